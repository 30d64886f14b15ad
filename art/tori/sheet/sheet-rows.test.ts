// The table of the contact sheets: every row names parameters, every sheet fits its grid.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Rig } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { SHEETS } from './sheet-rows'

const file = path.join(import.meta.dirname, '../../../live2d-models/tori/tori.rig.json')
const parameters = new Map(Rig.parse(JSON.parse(readFileSync(file, 'utf8'))).parameters.map((p) => [p.id, p]))

describe('the contact sheets', () => {
  it('name parameters of the rig, within their ranges', () => {
    for (const { file, rows } of SHEETS)
      for (const { title, values } of rows)
        for (const [id, value] of Object.entries(values)) {
          const parameter = parameters.get(id)
          const where = `${file}, ${title}: ${id}`
          expect(parameter, where).toBeDefined()
          expect(value >= parameter!.min && value <= parameter!.max, where).toBe(true)
        }
  })

  it('show every feeling and all head angles', () => {
    const rowsOf = (file: string) => SHEETS.find((s) => s.file === file)!.rows
    expect(rowsOf('expressions').length).toBeGreaterThanOrEqual(16)
    expect(rowsOf('angles')).toHaveLength(25)
    expect(new Set(SHEETS.map((s) => s.file)).size).toBe(SHEETS.length)
  })
})
