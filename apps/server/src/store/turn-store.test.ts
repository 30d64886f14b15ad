import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Problem, type TurnRecord } from '@psiona/shared'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { root } from '../../../../tests/checkout'
import { type FakeClock, fakeClock } from '../../../../tests/fakes/clock'
import { openDatabase } from './database'
import { createTurnStore, openStandInTurnStore, openTurnStore } from './turn-store'

const migrationsDir = join(root, 'prisma/migrations')
let dataDir = ''
let clock: FakeClock

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'psiona-turns-'))
  clock = fakeClock()
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

const open = () => openTurnStore({ dataDir, migrationsDir, clock })
const mira = { platform: 'twitch', id: '7', name: 'Mira' } as const
const jo = { platform: 'twitch', id: '8', name: 'Jo' } as const
const turn = (id: string, changes: Partial<TurnRecord> = {}): TurnRecord => ({
  id,
  at: clock.wallMs(),
  kind: 'ask',
  from: mira,
  said: `line ${id}`,
  answered: `answer ${id}`,
  heard: `answer ${id}`,
  emotion: { joy: 0.5 },
  status: 'done',
  firstAudioMs: 41.5,
  ...changes,
})
const ids = (turns: TurnRecord[]) => turns.map(({ id }) => id)
const onDisk = () => Buffer.concat(readdirSync(dataDir).map((file) => readFileSync(join(dataDir, file)))).toString('latin1')

describe('turn store', () => {
  it('gives back what was saved, oldest first, after a restart too', async () => {
    const first = await open()
    const saved = [turn('a', { messageId: 'm1', mind: 'builtin' }), turn('b', { from: jo, firstAudioMs: null }), turn('c')]
    for (const one of saved) await first.save(one)
    expect(await first.latest(10)).toEqual(saved)
    await first.close()
    const second = await open()
    expect(await second.latest(10)).toEqual(saved)
    expect(ids(await second.latest(2))).toEqual(['b', 'c'])
    expect(ids(await second.latest(2, 'twitch:7'))).toEqual(['a', 'c'])
    expect(second.health().state).toBe('ok')
    await second.close()
  })

  it('keeps the order of arrival when the clock jumps, and one row a turn', async () => {
    const store = await open()
    await store.save(turn('a'))
    clock.setWall(0)
    await store.save(turn('b', { from: { ...mira, name: 'Mira2' } }))
    await store.save(turn('a', { heard: 'later' }))
    const all = await store.latest(10)
    expect(all.map(({ id, heard }) => `${id} ${heard}`)).toEqual(['a later', 'b answer b'])
    expect(all[1]?.at).toBe(0)
    await store.close()
  })

  it('takes many at once, in order, and the last word on each', async () => {
    const store = await open()
    const names = Array.from({ length: 40 }, (_, i) => `t${i}`)
    await Promise.all(
      names.flatMap((id) => [store.save(turn(id, { heard: 'half' })), store.save(turn(id, { heard: 'all of it' }))]),
    )
    await store.close()
    const again = await open()
    const kept = await again.latest(100)
    expect(ids(kept)).toEqual(names)
    expect(new Set(kept.map(({ heard }) => heard))).toEqual(new Set(['all of it']))
    await again.close()
  })

  it('holds what a crash left open for cut, as far as it was heard', async () => {
    const store = await open()
    await store.save(turn('a', { status: 'speaking', answered: 'one two three', heard: 'one' }))
    await store.close()
    const again = await open()
    expect(await again.latest(1)).toMatchObject([{ status: 'cut', heard: 'one' }])
    await again.close()
  })

  it('finds by word stems, a person alone if asked, and of a cut answer only what was heard', async () => {
    const store = await open()
    await store.save(turn('cats', { said: 'my cats are sleeping', answered: 'Lucky cats.' }))
    await store.save(turn('dogs', { from: jo, said: 'my dog sleeps', answered: 'Good dog.' }))
    await store.save(turn('cut', { said: 'say something', answered: 'Bananas and papayas.', heard: 'Bananas', status: 'cut' }))
    expect(ids(await store.search('What about the Cat?', 5))).toEqual(['cats'])
    expect(ids(await store.search('sleep', 5)).sort()).toEqual(['cats', 'dogs'])
    expect(ids(await store.search('sleep', 5, 'twitch:8'))).toEqual(['dogs'])
    expect(ids(await store.search('banana', 5))).toEqual(['cut'])
    expect(ids(await store.search('papaya', 5))).toEqual([])
    expect(await store.search('…?!', 5)).toEqual([])
    await store.close()
  })

  it('never takes a search for a command', async () => {
    const store = await open()
    await store.save(turn('a', { said: 'near or not' }))
    const parts = [
      '"',
      '*',
      'NEAR(',
      ':',
      'said:',
      'AND',
      'OR',
      'NOT',
      '^',
      '-',
      '(',
      ')',
      '{',
      '}',
      '\u0000',
      "'",
      ';--',
      'aaaa',
      'é',
      '😀',
      'near',
    ]
    for (let i = 0; i < 3000; i++) {
      const hostile = [7, 13, 29, 31].map((step) => parts[(i * step + (i >> 3)) % parts.length]).join(i % 2 ? ' ' : '')
      expect(Array.isArray(await store.search(hostile, 3))).toBe(true)
    }
    expect(await store.search('a'.repeat(10_000), 3)).toEqual([])
    await store.close()
  })
})

describe('what a platform took back', () => {
  it.each([
    ['one line', { platform: 'twitch', messageId: 'm1' }, ['a']],
    ['all lines of a person', { platform: 'twitch', personId: '7' }, ['a', 'b']],
    ['everything of a sitting', { platform: 'twitch', since: 5000 }, ['b', 'c']],
    ['everything', { platform: 'twitch' }, ['a', 'b', 'c']],
  ] as const)('%s is gone', async (_, removal, gone) => {
    const store = await open()
    await store.save(turn('a', { at: 1000, messageId: 'm1' }))
    await store.save(turn('b', { at: 6000, messageId: 'm2' }))
    await store.save(turn('c', { at: 7000, messageId: 'm3', from: jo }))
    await store.save(turn('mine', { at: 8000, from: { platform: 'owner', id: 'owner', name: 'You' } }))
    expect((await store.remove(removal)).sort()).toEqual(gone)
    expect(ids(await store.latest(10))).toEqual(['a', 'b', 'c', 'mine'].filter((id) => !gone.some((one) => one === id)))
    expect(ids(await store.search(gone.join(' '), 10)).filter((id) => gone.some((one) => one === id))).toEqual([])
    await store.close()
  })

  it('leaves no byte of text or name in the folder', async () => {
    const store = await open()
    for (let i = 0; i < 60; i++)
      await store.save(turn(`k${i}`, { from: jo, said: `kept words number${i} ${'filler '.repeat(50)}` }))
    const secret = {
      from: { ...mira, name: 'Zanzibarella' },
      said: 'quetzalcoatlus over birmingham',
      answered: 'I love your pterodactylus.',
    }
    await store.save(turn('x', { ...secret, status: 'thinking', messageId: 'm9' }))
    await store.save(turn('x', { ...secret, messageId: 'm9' }))
    for (let i = 0; i < 60; i++) await store.save(turn(`l${i}`, { from: jo, said: `more words number${i}` }))
    const words = ['Zanzibarella', 'quetzalcoatlu', 'birmingham', 'pterodactylu', 'twitch:7']
    expect(words.filter((word) => onDisk().includes(word))).toEqual(words)
    expect(await store.remove({ platform: 'twitch', messageId: 'm9' })).toEqual(['x'])
    expect(words.filter((word) => onDisk().includes(word))).toEqual([])
    expect(await store.search('quetzalcoatlus', 5)).toEqual([])
    await store.close()
    expect(words.filter((word) => onDisk().includes(word))).toEqual([])
  })

  it('is not kept when its answer is finished later, but what the person says anew is', async () => {
    const store = await open()
    const thinking = turn('a', { messageId: 'm1' })
    await store.remove({ platform: 'twitch', messageId: 'm1' })
    await store.remove({ platform: 'twitch', personId: '8' })
    await store.save(thinking)
    await store.save(turn('b', { from: jo }))
    expect(await store.latest(5)).toEqual([])
    await clock.advance(1000)
    await store.save(turn('c', { from: jo }))
    expect(ids(await store.latest(5))).toEqual(['c'])
    clock.setWall(0)
    await clock.advance(11 * 60_000)
    await store.save(turn('d', { from: jo, at: 5 }))
    expect(ids(await store.latest(5))).toEqual(['c', 'd'])
    await store.close()
  })
})

describe('a disk that is full', () => {
  it('is told, costs no turn, and is written again when there is space', async () => {
    const database = await openDatabase({ path: join(dataDir, 'psiona.db'), migrationsDir })
    const store = await createTurnStore(database, clock)
    await store.save(turn('before', { messageId: 'm0' }))
    const pages = Number(database.sqlite.pragma('page_count', { simple: true }))
    database.sqlite.pragma(`max_page_count = ${pages}`)
    const long = { said: 'word '.repeat(20_000) }
    await expect(store.save(turn('a', long))).rejects.toMatchObject({ code: 'disk-full', retry: true })
    await expect(store.save(turn('b', long))).rejects.toBeInstanceOf(Problem)
    expect(store.health()).toMatchObject({ part: 'memory', state: 'trouble', remedy: expect.stringContaining('Free some space') })
    expect(ids(await store.latest(5))).toEqual(['before', 'a', 'b'])
    expect(await store.remove({ platform: 'twitch', messageId: 'm0' })).toEqual(['before'])
    database.sqlite.pragma('max_page_count = 1000000')
    await clock.advance(5000)
    await store.save(turn('c'))
    while (store.health().state !== 'ok') await store.save(turn('c'))
    await store.close()
    const again = await open()
    expect(ids(await again.latest(5))).toEqual(['a', 'b', 'c'])
    await again.close()
  })

  it('a store that cannot be opened has a stand-in that says so', async () => {
    const because = new Problem('damaged-database', 'refused', 'The file is damaged. Put a backup in its place.')
    const store = await openStandInTurnStore({ migrationsDir, clock }, because)
    await store.save(turn('a'))
    expect(ids(await store.search('line', 5))).toEqual(['a'])
    expect(store.health()).toMatchObject({ state: 'trouble', detail: expect.stringContaining('damaged') })
    await store.close()
    expect(readdirSync(dataDir)).toEqual([])
    expect(clock.waiting).toBe(0)
  })
})
