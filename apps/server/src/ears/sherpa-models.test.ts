// Which entries of the catalogue are sherpa's.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { root } from '../../../../tests/checkout'
import { SherpaModel } from './sherpa-models'

const entry = { id: 'one', title: 'One', job: 'offline', engine: 'sense-voice', files: { model: 'm.onnx', tokens: 'a/t.txt' } }

describe('a model for sherpa', () => {
  it('has an engine, its job and a file for each role', () => {
    expect(SherpaModel.parse({ ...entry, licence: 'MIT' })).toEqual(entry)
    expect(SherpaModel.safeParse({ ...entry, files: { model: 'm.onnx' } }).success).toBe(false)
    expect(SherpaModel.safeParse({ ...entry, job: 'streaming' }).success).toBe(false)
    expect(SherpaModel.safeParse({ ...entry, engine: 'paraformer' }).success).toBe(false)
  })
  it('has files inside its folder only', () => {
    for (const model of ['/etc/passwd', '../x', 'a/../../x', '..', 'a\\b', 'C:x', ''])
      expect(SherpaModel.safeParse({ ...entry, files: { ...entry.files, model } }).success, model).toBe(false)
    expect(SherpaModel.safeParse({ ...entry, files: { ...entry.files, model: 'a/..b/c.int8.onnx' } }).success).toBe(true)
  })
  it('is every one of the shipped catalogue', () => {
    const Catalogue = z.object({
      models: z.array(z.looseObject({ files: z.array(z.object({ role: z.string(), path: z.string() })) })).min(1),
    })
    const { models } = Catalogue.parse(parse(readFileSync(join(root, 'models/catalogue.yaml'), 'utf8')))
    // Voices are known to the voice.
    for (const { files, ...model } of models.filter(({ job }) => job !== 'speech'))
      SherpaModel.parse({ ...model, files: Object.fromEntries(files.map(({ role, path }) => [role, path])) })
  })
})
