// Archives that mean harm, or came to harm. In: a shelf. Out: each is refused with its code, nothing is written outside, nothing stays inside.
import { Problem } from '@psiona/shared'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { safePaths } from '../../apps/server/src/store/avatar-safe-names'
import { ZIP_REFUSALS } from '../../apps/server/src/store/avatar-zip-refusal'
import { mocOf, modelFiles } from '../fakes/broken-models-parts'
import { DEVICE, SYMLINK, type ZipEntry, zipOf } from '../fakes/broken-models-zip'
import { refusalOf, type ShelfAtTest, shelfAtTest, uploadOf, zipped } from './model-doctor-shelf'

const whole: readonly ZipEntry[] = Object.entries(modelFiles()).map(([name, data]) => ({ name, data }))
const and = (...entries: readonly ZipEntry[]) => zipOf([...whole, ...entries])
const MEGABYTE = 1024 * 1024
const SPOILED_ROUNDS = 60
const zeros = Buffer.alloc(8 * MEGABYTE)
const lessZeros = zeros.subarray(0, MEGABYTE)
const nothing = Buffer.alloc(0)
const tar = (() => {
  const bytes = Buffer.alloc(1024)
  bytes.write('ustar', 257, 'latin1')
  return bytes
})()

/** What is done, the code it is refused with, the archive. */
const EVIL: readonly (readonly [string, string, () => Buffer])[] = [
  ['a way up', 'zip-slip', () => and({ name: '../tripwire', data: 'x' })],
  ['a way up in the middle', 'zip-slip', () => and({ name: 'a/../../../tripwire', data: 'x' })],
  ['a way up with backslashes', 'zip-slip', () => and({ name: '..\\..\\tripwire', data: 'x' })],
  ['a way up with dots and blanks', 'zip-slip', () => and({ name: 'a/.. /.. /tripwire', data: 'x' })],
  ['an absolute path', 'zip-slip', () => and({ name: '/etc/passwd', data: 'x' })],
  ['an absolute path with backslashes', 'zip-slip', () => and({ name: '\\\\server\\share', data: 'x' })],
  ['a drive', 'zip-slip', () => and({ name: 'C:\\tripwire', data: 'x' })],
  ['a drive without a slash', 'zip-slip', () => and({ name: 'C:tripwire', data: 'x' })],
  ['a folder upwards', 'zip-slip', () => and({ name: '../evil/', data: '' })],
  [
    'a way up in full-width disguise of another encoding',
    'zip-slip',
    () => and({ name: Buffer.from('..\\\x83\x6e', 'latin1'), data: 'x' }),
  ],
  ['a NUL in a name', 'zip-bad-name', () => and({ name: 'haru.png\u0000.exe', data: 'x' })],
  ['a name that reads backwards', 'zip-bad-name', () => and({ name: 'haru\u202egnp.exe', data: 'x' })],
  ['a link', 'zip-link', () => and({ name: 'link.json', data: '/etc/passwd', externalAttributes: SYMLINK })],
  ['a device', 'zip-link', () => and({ name: 'null.json', data: '', externalAttributes: DEVICE })],
  ['a password', 'zip-encrypted', () => and({ name: 'haru.png', data: 'x', flags: 1 })],
  ['a strong password', 'zip-encrypted', () => and({ name: 'haru.png', data: 'x', flags: 0x41 })],
  ['another compression', 'zip-method', () => and({ name: 'haru.png', data: 'x', method: 14 })],
  [
    'files that share bytes',
    'zip-overlap',
    () =>
      and(
        { name: 'a.png', data: zeros.subarray(0, 500) },
        { name: 'b.png', data: zeros.subarray(0, 500), sharesWith: whole.length },
      ),
  ],
  ['a name twice', 'zip-duplicate', () => and({ name: 'haru.moc3', data: mocOf() })],
  ['a name in two cases', 'zip-duplicate', () => and({ name: 'HARU.moc3', data: mocOf() })],
  [
    'a name in two forms of Unicode',
    'zip-duplicate',
    () => and({ name: '\u30cf\u30d0.png' }, { name: '\u30cf\u30cf\u3099.png' }),
  ],
  ['a file that is a folder as well', 'zip-duplicate', () => and({ name: 'a', data: 'x' }, { name: 'a/b.png', data: 'x' })],
  [
    'too many files',
    'zip-too-many-files',
    () => zipOf(Array.from({ length: 5001 }, (_, i) => ({ name: `${i}.json`, data: nothing }))),
  ],
  ['a count that lies', 'zip-damaged', () => zipOf(whole, 4000)],
  ['too deep', 'zip-too-deep', () => and({ name: `${'a/'.repeat(9)}b.png` })],
  ['zeros', 'zip-bomb', () => and({ name: 'haru.png', data: zeros })],
  ['many small zeros', 'zip-bomb', () => zipOf(Array.from({ length: 300 }, (_, i) => ({ name: `${i}.png`, data: lessZeros })))],
  ['a size of gigabytes', 'zip-too-large', () => and({ name: 'haru.png', data: Buffer.from('x'), claimedBytes: 0xf000_0000 })],
  ['more than it says', 'zip-damaged', () => and({ name: 'big.png', data: zeros.subarray(0, 4096), claimedBytes: 100 })],
  ['less than it says', 'zip-damaged', () => and({ name: 'big.png', data: 'abc', claimedBytes: 100 })],
  ['a checksum that is wrong', 'zip-damaged', () => and({ name: 'bad.png', data: 'abc', claimedCrc: 1 })],
  ['half an archive', 'zip-damaged', () => and().subarray(0, 900)],
  ['a RAR', 'other-archive', () => Buffer.from('Rar!\u001a\u0007', 'latin1')],
  ['a 7z', 'other-archive', () => Buffer.from('7z\u00bc\u00af\u0027\u001c', 'latin1')],
  ['a tar', 'other-archive', () => tar],
  ['a picture', 'not-a-zip', () => Buffer.from('\u0089PNG', 'latin1')],
  ['nothing', 'not-a-zip', () => Buffer.alloc(0)],
]

const AT_THE_DOOR: readonly string[] = ['upload-too-large', 'upload-cut-off', 'upload-given-up']

export function zipSuite(): void {
  describe('archives', () => {
    let test: ShelfAtTest
    let before: string[]
    beforeAll(async () => {
      test = await shelfAtTest()
      before = test.everything()
    })
    afterAll(() => test.close())
    const nothingHappened = async () => {
      expect(test.everything()).toEqual(before)
      expect((await test.shelf.list()).models).toEqual([])
      expect(test.changes).toBe(0)
    }

    it.each(EVIL)('refuses %s: %s', async (_, code, archive) => {
      const problem = await refusalOf(test.shelf.import(uploadOf(archive()), 'Dropped.zip'))
      expect(problem.code).toBe(code)
      expect(problem.message).toMatch(/\. [A-Z].*\.$|^.*; .*\.$/)
      await nothingHappened()
    })

    it('has a case for every refusal', () => {
      const covered = new Set([...EVIL.map(([, code]) => code), ...AT_THE_DOOR])
      expect(Object.keys(ZIP_REFUSALS).filter((code) => !covered.has(code))).toEqual([])
    })

    it('holds an upload to its announced size', async () => {
      const bytes = zipped(modelFiles())
      for (const [announced, code] of [
        [bytes.length - 1, 'upload-cut-off'],
        [bytes.length + 1, 'upload-cut-off'],
        [501 * MEGABYTE, 'upload-too-large'],
      ] as const) {
        const problem = await refusalOf(test.shelf.import(uploadOf(bytes, { bytes: announced }), ''))
        expect(problem.code).toBe(code)
        await nothingHappened()
      }
    })

    it('keeps nothing when the sender goes away', async () => {
      const gone = new AbortController()
      const bytes = zipped(modelFiles())
      async function* cut() {
        yield bytes.subarray(0, 1000)
        gone.abort()
        yield bytes.subarray(1000)
      }
      const given = test.shelf.import({ chunks: cut(), bytes: bytes.length, gone: gone.signal }, '')
      expect((await refusalOf(given)).code).toBe('upload-given-up')
      const silent = new AbortController()
      async function* hangs() {
        yield bytes.subarray(0, 1000)
        silent.abort()
        await new Promise(() => {})
      }
      const waiting = test.shelf.import({ chunks: hangs(), bytes: null, gone: silent.signal }, '')
      expect((await refusalOf(waiting)).code).toBe('upload-given-up')
      async function* fails(): AsyncGenerator<Uint8Array> {
        yield bytes.subarray(0, 1000)
        throw new Problem('hung-up', 'input', 'The request ended before it was whole. Send it again.')
      }
      const failing = test.shelf.import({ chunks: fails(), bytes: null, gone: new AbortController().signal }, '')
      expect((await refusalOf(failing)).code).toBe('hung-up')
      await nothingHappened()
    })

    it('answers any spoiled archive with a report or a refusal', async () => {
      const spoiled = await shelfAtTest()
      const good = zipOf(whole.map((entry) => ({ ...entry, stored: true })))
      let seed = 7
      const below = (limit: number) => {
        seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
        return seed % limit
      }
      for (let round = 0; round < SPOILED_ROUNDS; round++) {
        const bytes = Buffer.from(good)
        // The list of files at the end, or anywhere.
        const from = round % 2 ? 0 : good.length - 900
        for (let flips = 0; flips <= below(4); flips++) bytes[from + below(good.length - from)] = below(256)
        await spoiled.shelf.import(uploadOf(bytes), '').catch((error: unknown) => expect(error).toBeInstanceOf(Problem))
      }
      const outside = spoiled.everything().filter((path) => !path.startsWith('data/live2d-models/'))
      expect(outside).toEqual(before)
      expect(spoiled.everything().filter((path) => path.includes('.incoming'))).toEqual([])
      await spoiled.close()
    })

    it('tells names that are one when made safe apart, files and folders', () => {
      const names = ['x!.png', 'x?.png/y.png', 'a?/b.png', 'a_/b.png', 'a!/b.png', 'x_.png/z!.png']
      const safe = [...safePaths(names).values()]
      expect(new Set(safe).size).toBe(names.length)
      for (const path of safe) expect(safe.filter((other) => other.startsWith(`${path}/`))).toEqual([])
      const signs = ['!', '?', '*', '#', '%', '=', '~', '^']
      const many = Array.from({ length: 4096 }, (_, i) => `${[0, 3, 6, 9].map((bit) => signs[(i >> bit) & 7]).join('')}.png`)
      expect(new Set(safePaths(many).values()).size).toBe(many.length)
    })

    it('answers JSON that goes down for ever with a sentence', async () => {
      const deep = Buffer.from(`${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'utf16le')
      const files = modelFiles({ 'expressions/smile.exp3.json': Buffer.concat([Buffer.from([0xff, 0xfe]), deep]) })
      const deepShelf = await shelfAtTest()
      expect((await deepShelf.drop(files)).findings.map(({ code }) => code)).toContain('json-broken')
      await deepShelf.close()
    })

    it('makes reserved and odd names safe, and leaves what could run outside', async () => {
      const files = {
        ...modelFiles(),
        'CON.json': '{}',
        'aux/nul.png': 'x',
        'a .png.': 'x',
        'page.HTML': 'x',
        'x.dll': 'MZ',
        'x.js': 'x',
      }
      const { id, usable } = await test.drop(files)
      expect(usable).toBe(true)
      const mine = test
        .everything()
        .filter((path) => path.startsWith(`data/live2d-models/${id}/`))
        .map((path) => path.slice(`data/live2d-models/${id}/`.length))
      expect(mine).toContain('_CON.json')
      expect(mine.filter((path) => /(^|\/)(con|aux|nul)[./]|\.(html|dll|js|exe)$|[ .](\/|$)/i.test(path))).toEqual([])
    })
  })
}
