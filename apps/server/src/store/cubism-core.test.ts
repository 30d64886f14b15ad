// The Cubism Core: nothing without its licence accepted, by download or by a dropped file, checked, and noticed when it is not what was checked.
// The Core itself is not ours to ship; a stand-in of some lines that answers the same two questions serves here, the real one where it is there.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CORE_BYTES, type CoreState } from '@psiona/shared'
import { afterEach, expect, it } from 'vitest'
import { root } from '../../../../tests/checkout'
import { type FileServer, fileServer } from '../../../../tests/fakes/file-server'
import { testCore } from '../../../../tests/test-core'
import { systemClock } from '../clock'
import { openCubismShelf } from './cubism-core'

const STAND_IN = `var Live2DCubismCore = { Version: { csmGetVersion: () => (5 << 24) | (1 << 16) | 3, csmGetLatestMocVersion: () => 5 } }`
const PATH = '/core/live2dcubismcore.min.js'
const LICENCE = '7'

const open: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close()
})

async function shelfOf(serve?: (server: FileServer) => void) {
  const server = await fileServer()
  open.push(server.close)
  server.put(PATH, Buffer.from(STAND_IN))
  serve?.(server)
  const folder = mkdtempSync(join(tmpdir(), 'psiona-core-'))
  open.push(() => rmSync(folder, { recursive: true, force: true }))
  const dir = join(folder, 'cubism')
  const sourceFile = join(folder, 'cubism.yaml')
  writeFileSync(
    sourceFile,
    `url: ${server.origin}${PATH}\nlicence: { name: A licence, url: https://example.org/, version: '${LICENCE}', summary: [Ask first.] }`,
  )
  const states: CoreState[] = []
  let settled = () => {}
  const again = () =>
    openCubismShelf({
      sourceFile,
      dir,
      clock: systemClock,
      onChange: (state) => {
        states.push(state)
        if (state.state !== 'fetching') settled()
      },
    })
  const shelf = again()
  open.push(shelf.close)
  const fetched = async () => {
    const over = new Promise<void>((resolve) => {
      settled = resolve
    })
    await shelf.fetch(LICENCE)
    await over
    return shelf.state()
  }
  const drop = (text: string | Buffer, licence = LICENCE) =>
    shelf.put(
      {
        chunks: (async function* () {
          yield Buffer.from(text)
        })(),
        bytes: text.length,
        gone: new AbortController().signal,
      },
      licence,
    )
  return { shelf, server, dir, states, again, fetched, drop, core: join(dir, 'live2dcubismcore.min.js') }
}

it('[R108] nothing is fetched or kept before the licence is accepted, nor for another version of it', async () => {
  const { shelf, server, dir, drop } = await shelfOf()
  expect(shelf.state()).toMatchObject({ state: 'missing', url: null, licence: { version: LICENCE, accepted: null } })
  await expect(shelf.fetch('6')).rejects.toMatchObject({ code: 'licence-changed' })
  await expect(drop(STAND_IN, '')).rejects.toMatchObject({ code: 'licence-changed' })
  expect(server.asked).toEqual([])
  expect(existsSync(dir)).toBe(false)
})

it('[R108] fetched once, checked, kept with the acceptance, and there after a restart', async () => {
  const { fetched, server, dir, again, states } = await shelfOf()
  expect(await fetched()).toMatchObject({
    state: 'ready',
    version: 'Cubism Core 5.1.3',
    newestFormat: 5,
    url: '/cubism/live2dcubismcore.min.js',
    licence: { accepted: { version: LICENCE, at: expect.any(Number) } },
  })
  expect(states[0]).toMatchObject({ state: 'fetching', url: null })
  expect(server.asked.length).toBe(1)
  expect(server.asked[0]?.headers.cookie).toBeUndefined()
  expect(readdirSync(dir).sort()).toEqual(['core.json', 'live2dcubismcore.min.js'])
  const later = again()
  open.push(later.close)
  expect(later.state()).toMatchObject({ state: 'ready', version: 'Cubism Core 5.1.3' })
  expect(server.asked.length).toBe(1)
})

it.each([
  ['a page instead', '<!doctype html><title>Live2DCubismCore</title>', /does not run/],
  ['something else', 'var other = 1', /does not name itself/],
  ['one that gives no version', 'var Live2DCubismCore = {}', /does not run/],
  ['one that leaves its page', `setTimeout.constructor('return process')().env; ${STAND_IN}`, /does not run/],
  ['one that wants files', "var Live2DCubismCore = require('node:fs')", /does not run/],
])('what comes is looked at: %s is refused, in words, and not kept', async (_what, text, sentence) => {
  const { fetched, drop, core } = await shelfOf((server) => server.put(PATH, Buffer.from(text)))
  const state = await fetched()
  expect(state).toMatchObject({ state: 'trouble', url: null })
  expect(state.detail).toMatch(sentence)
  expect(state.detail).toMatch(/drop the file here/)
  await expect(drop(text)).rejects.toMatchObject({ code: 'not-the-core' })
  expect(existsSync(core)).toBe(false)
})

it('a server in trouble is told in words, and the file can be dropped in instead', async () => {
  const { fetched, drop } = await shelfOf((server) => server.script(PATH, { kind: 'status', status: 404 }))
  expect((await fetched()).detail).toMatch(/no longer has this file/)
  expect(await drop(STAND_IN)).toMatchObject({ state: 'ready', version: 'Cubism Core 5.1.3' })
})

it('a failed update leaves what was there', async () => {
  const { fetched, server } = await shelfOf()
  await fetched()
  server.put(PATH, Buffer.from('broken'))
  expect(await fetched()).toMatchObject({ state: 'ready', version: 'Cubism Core 5.1.3' })
})

it('a file that has changed on the disk is not handed out', async () => {
  const { fetched, core, again } = await shelfOf()
  await fetched()
  writeFileSync(core, `${STAND_IN};alert(1)`)
  const later = again()
  open.push(later.close)
  expect(later.state()).toMatchObject({ state: 'trouble', url: null })
  expect(later.state().detail).toMatch(/not the one that was checked/)
})

it('[R108] who accepted what an earlier version of the licence asked is asked again', async () => {
  const { fetched, dir, again } = await shelfOf()
  await fetched()
  const notePath = join(dir, 'core.json')
  writeFileSync(notePath, readFileSync(notePath, 'utf8').replace('"version": "7"', '"version": "6"'))
  const later = again()
  open.push(later.close)
  expect(later.state()).toMatchObject({ state: 'trouble', url: null, licence: { accepted: null } })
  expect(later.state().detail).toMatch(/has changed since you accepted it/)
})

it('what is dropped, dropped again and fetched at once is one of them, whole', async () => {
  const { shelf, server, dir, drop, again } = await shelfOf()
  const other = `/* another */ ${STAND_IN}`
  await shelf.fetch(LICENCE)
  await Promise.allSettled([drop(STAND_IN), drop(other), drop(STAND_IN)])
  expect(shelf.state()).toMatchObject({ state: 'ready' })
  const later = again()
  open.push(later.close)
  expect(later.state()).toMatchObject({ state: 'ready' })
  expect(
    readdirSync(dir)
      .sort()
      .filter((name) => !name.includes('.part')),
  ).toEqual(['core.json', 'live2dcubismcore.min.js'])
  expect(server.asked.length).toBeLessThan(2)
})

it('what is on its way when the Core is removed does not come back', async () => {
  const { shelf, dir, drop } = await shelfOf()
  const dropped = drop(STAND_IN)
  await shelf.fetch(LICENCE)
  expect(await shelf.remove()).toMatchObject({ state: 'missing', licence: { accepted: null } })
  await expect(dropped).rejects.toMatchObject({ code: 'upload-given-up' })
  expect(shelf.state()).toMatchObject({ state: 'missing' })
  expect(existsSync(dir)).toBe(false)
})

it('a file of another size altogether is not fetched to its end', async () => {
  const { fetched, dir } = await shelfOf((server) => server.put(PATH, Buffer.alloc(CORE_BYTES + 2 ** 20, 32)))
  const state = await fetched()
  expect(state).toMatchObject({ state: 'trouble', url: null })
  expect(state.detail).toMatch(/larger than 8 MB/)
  expect(readdirSync(dir)).toEqual([])
})

it('removed, nothing is left, not even the acceptance', async () => {
  const { fetched, shelf, dir } = await shelfOf()
  await fetched()
  expect(await shelf.remove()).toMatchObject({ state: 'missing', licence: { accepted: null } })
  expect(existsSync(dir)).toBe(false)
})

it.skipIf(testCore === null)(
  'the real Core is known by its version (skipped where the test copy could not be fetched)',
  async () => {
    const { drop } = await shelfOf()
    expect(await drop(readFileSync(testCore ?? ''))).toMatchObject({
      state: 'ready',
      version: 'Cubism Core 4.2.2',
      newestFormat: 4,
    })
  },
)

it('the source that ships names the address and the licence of Live2D', () => {
  const shelf = openCubismShelf({
    sourceFile: join(root, 'models/cubism.yaml'),
    dir: join(tmpdir(), 'nothing-here'),
    clock: systemClock,
    onChange: () => {},
  })
  expect(shelf.state().licence.url).toMatch(/^https:\/\/www\.live2d\.com\//)
  expect(shelf.state().licence.summary.join(' ')).toMatch(/expandable/)
})
