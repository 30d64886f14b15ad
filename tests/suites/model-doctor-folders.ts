// Folders that somebody put there by hand, models that ship with Psiona, and what is done with both. In: a shelf. Out: shown, mended, changed, removed and put back.
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { mocOf, model3, modelFiles, pngOf } from '../fakes/broken-models-parts'
import { proven, refusalOf, type ShelfAtTest, shelfAtTest } from './model-doctor-shelf'

export function folderSuite(): void {
  describe('folders', () => {
    let test: ShelfAtTest
    beforeEach(async () => {
      test = await shelfAtTest()
    })
    afterEach(() => test.close())
    const byHand = (name: string, files = modelFiles()) => test.put(join(test.ownDir, name), files)
    const codesOf = async (id: string) => proven((await test.shelf.get(id)).report)
    const ids = async () => (await test.shelf.list()).models.map(({ id }) => id)

    it('looks at a folder put there by hand, mends it and keeps how it was', async () => {
      byHand('haru', modelFiles({ 'haru.model3.json': model3({ rest: { Groups: [] } }) }))
      expect(await ids()).toEqual(['haru'])
      expect(await codesOf('haru')).toContain('groups-added')
      expect(test.read('haru/.originals/haru.model3.json')).toBe(model3({ rest: { Groups: [] } }))
      expect(test.read('haru/haru.model3.json')).toContain('ParamMouthOpenY')
      expect(test.shelf.sheetNow('haru')).not.toBeNull()
      await test.reopen()
      expect(await codesOf('haru')).toContain('groups-added')
      writeFileSync(join(test.ownDir, 'haru/haru.moc3'), 'no more')
      await test.shelf.list()
      expect(await codesOf('haru')).toContain('moc-not-moc')
      expect(test.shelf.sheetNow('haru')).toBeNull()
    })

    it('shows what is broken with its report', async () => {
      byHand('haru', modelFiles({ 'haru.moc3': null }))
      byHand('My Model')
      byHand('odd', modelFiles({ 'haru.model3.json': model3({ references: { Textures: ['[a].png'] } }), '[a].png': pngOf() }))
      const { models } = await test.shelf.list()
      expect(models.map(({ id, counts }) => [id, counts.broken])).toEqual([
        ['haru', 1],
        ['odd', 1],
        ['my-model', 1],
      ])
      expect(await codesOf('my-model')).toEqual(['folder-name'])
      expect(await codesOf('odd')).toContain('name-not-plain')
      expect(models.map(({ id }) => test.shelf.sheetNow(id))).toEqual([null, null, null])
    })

    it('waits while somebody still copies into it', async () => {
      byHand('haru', modelFiles({ 'haru.model3.json': null }))
      const { ctimeMs } = statSync(join(test.ownDir, 'haru/haru.moc3'))
      test.clock.setWall(ctimeMs + 1000)
      await test.shelf.list()
      expect(await codesOf('haru')).toEqual(['still-copying'])
      expect(test.everything().filter((path) => path.includes('haru/psiona') || path.endsWith('model3.json'))).toEqual([])
      test.clock.setWall(ctimeMs + 60_000)
      await test.shelf.list()
      expect(await codesOf('haru')).toContain('model3-written')
    })

    it('shows one that cannot be written, and the others as ever', async () => {
      byHand('haru')
      byHand('locked')
      mkdirSync(join(test.ownDir, 'locked/psiona.report.json'))
      await test.reopen()
      expect(await ids()).toEqual(['haru', 'locked'])
      expect(await codesOf('locked')).toEqual(['folder-unreadable'])
      expect(test.shelf.sheetNow('haru')).not.toBeNull()
    })

    it('follows no link', async () => {
      byHand('haru')
      symlinkSync(join(test.ownDir, '../passwd'), join(test.ownDir, 'haru/passwd.json'))
      await test.shelf.list()
      expect(await codesOf('haru')).toContain('link-left-out')
    })

    it('writes through no link that lies in a folder', async () => {
      const outside = join(test.ownDir, '../passwd')
      byHand('haru', modelFiles({ 'haru.model3.json': model3({ rest: { Groups: [] } }) }))
      for (const name of [
        'haru.model3.json.new',
        'psiona.json.new',
        'psiona.report.json.new',
        'psiona.json',
        'psiona.report.json',
      ])
        symlinkSync(outside, join(test.ownDir, 'haru', name))
      byHand('aoi', modelFiles({ 'haru.model3.json': model3({ rest: { Groups: [] } }) }))
      mkdirSync(join(test.ownDir, '../elsewhere'))
      symlinkSync('../../elsewhere', join(test.ownDir, 'aoi/.originals'))
      await test.shelf.list()
      expect(await codesOf('haru')).toContain('groups-added')
      expect(await codesOf('aoi')).toEqual(['folder-unreadable'])
      const { suggested } = await test.shelf.get('haru')
      await test.shelf.put('haru', suggested)
      expect(test.read('../passwd')).toBe('untouched')
      expect(readdirSync(join(test.ownDir, '../elsewhere'))).toEqual([])
      expect(test.shelf.sheetNow('haru')).toEqual(suggested)
    })

    it('leaves a sheet that was written by hand to who wrote it, mistakes and all', async () => {
      const { id } = await test.drop(modelFiles())
      const path = join(test.ownDir, id, 'psiona.json')
      const byOwner = test.read('haru/psiona.json').replace('"title": "haru"', '"title": "Mine"')
      const sheetOfToday = (text: string) => {
        writeFileSync(path, text)
        utimesSync(path, new Date(), new Date(Date.now() + 5000))
      }
      sheetOfToday(byOwner.replace('"schema": 1,', '"schema": 1'))
      for (const again of [test.shelf.list, test.reopen]) {
        await again()
        expect(await codesOf(id)).toContain('sheet-unread')
        expect(test.shelf.sheetNow(id)).toMatchObject({ title: 'haru' })
        expect(test.read('haru/psiona.json')).toContain('"Mine"')
      }
      sheetOfToday(byOwner)
      await test.shelf.list()
      expect(await codesOf(id)).not.toContain('sheet-unread')
      expect(test.shelf.sheetNow(id)).toMatchObject({ title: 'Mine' })
      sheetOfToday(byOwner.replaceAll('haru.model3.json', 'gone.model3.json'))
      await test.shelf.list()
      expect(await codesOf(id)).toContain('sheet-unread')
      expect(test.read('haru/psiona.json')).toContain('gone.model3.json')
      const { suggested } = await test.shelf.get(id)
      await test.shelf.put(id, suggested)
      expect(await codesOf(id)).not.toContain('sheet-unread')
      expect(test.read('haru/.originals/psiona.json')).toContain('"Mine"')
    })

    it('draws her by the one that ships while the own one of its name cannot be worn', async () => {
      test.put(join(test.builtInDir, 'tori'), modelFiles())
      byHand('tori', modelFiles({ 'haru.moc3': 'half' }))
      await test.reopen()
      expect((await test.shelf.list()).models).toMatchObject([{ id: 'tori', builtIn: false, counts: { broken: 1 } }])
      expect(test.shelf.sheetNow('tori')).toMatchObject({ live2d: { file: 'haru.model3.json' } })
      await test.shelf.remove('tori')
      expect((await test.shelf.list()).models).toMatchObject([{ id: 'tori', builtIn: true }])
    })

    it('keeps what was removed when another of its name is removed after it', async () => {
      await test.drop(modelFiles({ 'haru.2048/texture_00.png': pngOf(128) }))
      await test.shelf.remove('haru')
      byHand('haru')
      await test.shelf.list()
      await test.shelf.remove('haru')
      expect((await test.shelf.list()).removed.map(({ id }) => id)).toEqual(['haru-before', 'haru'])
      await test.shelf.restore('haru')
      await test.shelf.restore('haru-before')
      const widths = async (id: string) => (await test.shelf.get(id)).report.facts.textures.map(({ width }) => width)
      expect([await widths('haru'), await widths('haru-before')]).toEqual([[64], [128]])
    })

    it('does not remove what she is drawn with now', async () => {
      const { id } = await test.drop(modelFiles())
      test.drawn = id
      expect((await refusalOf(test.shelf.remove(id))).code).toBe('model-worn')
    })

    it('knows when a folder was taken away by hand, and shows the others when one cannot be read', async () => {
      byHand('haru')
      byHand('aoi')
      await test.shelf.list()
      rmSync(join(test.ownDir, 'haru'), { recursive: true })
      for (const work of [() => test.shelf.get('haru'), () => test.shelf.remove('haru')])
        expect((await refusalOf(work())).code).toBe('no-model')
      renameSync(join(test.ownDir, 'aoi'), join(test.ownDir, 'My Aoi'))
      expect(await ids()).toEqual(['my-aoi'])
      const { sheet } = await test.shelf.get('my-aoi')
      expect((await refusalOf(test.shelf.put('my-aoi', sheet))).code).toBe('folder-name')
    })

    it('says when the Core on this machine is too old, and no longer when it is not', async () => {
      test.newestFormat = 1
      const report = await test.drop(modelFiles({ 'haru.moc3': mocOf({ isFormat2: true }) }))
      expect(report.usable).toBe(true)
      expect(proven(report)).toContain('core-too-old')
      expect(report.findings[0]).toMatchObject({ code: 'core-too-old', level: 'lacking', file: 'haru.model3.json' })
      test.newestFormat = 2
      expect(await codesOf('haru')).not.toContain('core-too-old')
    })

    it('writes sheets, of built-in models beside them, and refuses what is not there', async () => {
      test.put(join(test.builtInDir, 'tori'), modelFiles())
      await test.drop(modelFiles())
      expect(await ids()).toEqual(['tori', 'haru'])
      const before = test.everything().filter((path) => path.startsWith('checkout'))
      for (const id of ['tori', 'haru']) {
        const { sheet } = await test.shelf.get(id)
        expect(await test.shelf.put(id, { ...sheet, title: 'Renamed' })).toMatchObject({ title: 'Renamed' })
        expect(test.shelf.sheetNow(id)).toMatchObject({ title: 'Renamed' })
        const wrong = [
          { live2d: { file: 'other.model3.json' } },
          { map: { ...sheet.map, expressions: { joy: 'grin' } } },
          { map: { ...sheet.map, motions: { tap: 'Tap' } } },
          { outfits: [{ id: 'red', title: 'Red', parameters: { ParamRed: 1 } }] },
        ]
        for (const change of wrong) {
          const problem = await refusalOf(test.shelf.put(id, { ...sheet, ...change }))
          expect(problem).toMatchObject({ code: 'sheet-mistake', category: 'input' })
        }
      }
      await test.reopen()
      expect(test.shelf.sheetNow('tori')).toMatchObject({ title: 'Renamed' })
      expect(test.shelf.sheetNow('haru')).toMatchObject({ title: 'Renamed' })
      expect(test.everything().filter((path) => path.startsWith('checkout'))).toEqual(before)
    })

    it('removes and puts back, but not what she wears nor what ships with Psiona', async () => {
      test.put(join(test.builtInDir, 'tori'), modelFiles())
      const { id } = await test.drop(modelFiles())
      const files = test.everything()
      test.worn = 'haru'
      expect((await refusalOf(test.shelf.remove(id))).code).toBe('model-worn')
      expect((await refusalOf(test.shelf.remove('tori'))).code).toBe('model-built-in')
      test.worn = 'tori'
      await test.shelf.remove(id)
      expect(await test.shelf.list()).toMatchObject({ models: [{ id: 'tori' }], removed: [{ id: 'haru', title: 'haru' }] })
      expect(test.shelf.sheetNow(id)).toBeNull()
      expect((await refusalOf(test.shelf.get(id))).category).toBe('missing')
      await test.shelf.restore(id)
      expect(test.everything()).toEqual(files)
      expect(test.shelf.folderOf(id)).toBe(join(test.ownDir, 'haru'))
      await test.shelf.remove(id)
      await test.reopen()
      expect(await test.shelf.list()).toMatchObject({ removed: [] })
      expect((await refusalOf(test.shelf.restore(id))).category).toBe('missing')
    })

    it('gives the own one of a name the place of the one that ships, until it goes', async () => {
      test.put(join(test.builtInDir, 'haru'), modelFiles())
      expect((await test.drop(modelFiles())).id).toBe('haru-2')
      byHand('haru')
      expect(await test.shelf.list()).toMatchObject({ models: [{ id: 'haru', builtIn: false }, { id: 'haru-2' }] })
      await test.shelf.remove('haru')
      expect((await test.shelf.list()).models.find(({ id }) => id === 'haru')).toMatchObject({ builtIn: true })
    })

    it('stops an import that is under way when it closes', async () => {
      let begun = () => {}
      const hasBegun = new Promise<void>((resolve) => {
        begun = resolve
      })
      async function* hangs() {
        yield Buffer.from('PK')
        begun()
        await new Promise(() => {})
      }
      const waiting = refusalOf(test.shelf.import({ chunks: hangs(), bytes: null, gone: new AbortController().signal }, ''))
      await hasBegun
      await test.reopen()
      expect((await waiting).code).toBe('upload-given-up')
    })

    it('takes in some at once, each whole, and says so to one too many', async () => {
      const [first, second] = await Promise.all([test.drop(modelFiles()), test.drop(modelFiles())])
      expect([first.id, second.id].sort()).toEqual(['haru', 'haru-2'])
      const gone = new AbortController()
      async function* hangs() {
        yield Buffer.from('PK')
        await new Promise(() => {})
      }
      const hanging = [1, 2, 3].map(() => refusalOf(test.shelf.import({ chunks: hangs(), bytes: null, gone: gone.signal }, '')))
      expect((await refusalOf(test.drop(modelFiles()))).code).toBe('imports-busy')
      gone.abort()
      expect((await Promise.all(hanging)).map(({ code }) => code)).toEqual(Array(3).fill('upload-given-up'))
      expect((await test.drop(modelFiles())).id).toBe('haru-3')
    })

    it('clears what a killed run left half-way', async () => {
      test.put(join(test.ownDir, '.incoming/half'), modelFiles())
      test.put(join(test.ownDir, '.incoming'), { 'a.zip': 'PK' })
      await test.reopen()
      expect(test.everything().filter((path) => path.includes('.incoming'))).toEqual([])
      expect(await ids()).toEqual([])
    })

    it('takes no path for a name', async () => {
      for (const id of ['..', '../passwd', '%2e%2e', 'a/b', 'C:', 'nul', '.incoming', '', 'x'.repeat(300), 'haru\0']) {
        for (const work of [test.shelf.get(id), test.shelf.remove(id), test.shelf.restore(id)])
          expect((await refusalOf(work)).category).toBe('missing')
        expect(test.shelf.sheetNow(id)).toBeNull()
        expect(test.shelf.folderOf(id)).toBeNull()
      }
    })
  })
}
