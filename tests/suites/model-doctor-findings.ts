// Broken models against what the doctor says. In: the tables of tests/fakes. Out: the code, the level and the words of every finding are as they should be.
import { MODEL_SHEET_FILE, ModelReport, ModelSheet } from '@psiona/shared'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AVATAR_FINDINGS } from '../../apps/server/src/store/avatar-finding'
import { LACKING_SOMETHING, UNUSABLE } from '../fakes/broken-models'
import { MENDED_HERE, TOLD } from '../fakes/broken-models-mended'
import { isProven, proven, type ShelfAtTest, shelfAtTest } from './model-doctor-shelf'

const CASES = [...UNUSABLE, ...LACKING_SOMETHING, ...MENDED_HERE, ...TOLD]

export function findingSuite(): void {
  describe('findings', () => {
    let test: ShelfAtTest
    const said = new Map<string, string>()
    beforeAll(async () => {
      test = await shelfAtTest()
    })
    afterAll(() => test.close())

    it.each(CASES)('$code: $what', async ({ code, names, usable, files }) => {
      const before = test.everything()
      const report = ModelReport.parse(await test.drop(files))
      const finding = report.findings.find((one) => one.code === code)
      expect(proven(report)).toContain(code)
      if (!finding) return
      expect(`${finding.sentence} ${finding.remedy}`).toContain(names)
      expect(`${finding.sentence} ${finding.remedy}`).not.toMatch(/[{}]|undefined|: \.(?: |$)/)
      if (finding.level === 'broken' || finding.level === 'lacking') expect(finding.remedy).toMatch(/\.$/)
      if (usable) expect(report.findings.filter(({ level }) => level === 'broken')).toEqual([])
      expect(report.usable).toBe(usable)
      said.set(`${code} ${finding.sentence}`, finding.sentence)
      if (!usable) return expect(test.everything()).toEqual(before)
      const sheet = ModelSheet.parse(JSON.parse(test.read(`${report.id}/${MODEL_SHEET_FILE}`)))
      expect(test.shelf.sheetNow(report.id)).toEqual(sheet)
      // Mended once and for all: a second look has nothing to mend.
      const { report: again } = await test.shelf.get(report.id)
      expect(again.findings.map((one) => one.code)).toContain(code)
    })

    it('says nothing twice', () => {
      expect(said.size).toBe(new Set(said.values()).size)
      const templates = [...AVATAR_FINDINGS.values()].map(([, says]) => says)
      expect(new Set(templates).size).toBe(templates.length)
    })
  })
}

/** After all others. */
export function coverageSuite(): void {
  it('has a case for every finding there is', () => {
    expect([...AVATAR_FINDINGS.keys()].filter((code) => !isProven(code))).toEqual([])
    expect(CASES.length).toBeGreaterThan(30)
  })
}
