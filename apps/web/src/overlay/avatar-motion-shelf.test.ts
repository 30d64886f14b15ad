import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { motionShelf } from './avatar-motion-shelf'

const asked: string[] = []
const file = (curves: readonly object[], meta = {}) =>
  JSON.stringify({ Version: 3, Meta: { Duration: 2, Loop: true, ...meta }, Curves: curves })
const curve = (Target: string, Id: string, value: number) => ({ Target, Id, Segments: [0, value, 0, 2, value] })
const FILES: Record<string, string> = {
  '/models/a/wave.motion3.json': file([
    curve('Parameter', 'Nobody', 9),
    curve('Parameter', 'Arm', 0.5),
    curve('PartOpacity', 'PartArm', 1),
    curve('Model', 'Opacity', 1),
  ]),
  '/models/a/bow.motion3.json': file([curve('Parameter', 'Arm', 1)], { FadeInTime: 0.25, FadeOutTime: -1 }),
  '/models/a/broken.motion3.json': '{',
}

beforeEach(() => {
  asked.length = 0
  vi.stubGlobal('fetch', async (url: URL) => {
    asked.push(url.pathname)
    const body = FILES[url.pathname]
    return body === undefined ? new Response('', { status: 404 }) : new Response(body)
  })
})
afterEach(() => vi.unstubAllGlobals())

const shelf = (groups: Parameters<typeof motionShelf>[0]) =>
  motionShelf(groups, (path) => new URL(path, 'http://localhost/models/a/'), {
    parameter: (id) => (id === 'Arm' ? 3 : -1),
    part: (id) => (id === 'PartArm' ? 7 : -1),
  })

describe('a shelf of motions', () => {
  it('reads a group when it is wanted, once, and no sound', async () => {
    const motions = shelf({ Wave: [{ File: 'wave.motion3.json', Sound: 'hello.wav' }], Bow: [{ File: 'bow.motion3.json' }] })
    expect(motions.groups).toEqual(['Wave', 'Bow'])
    expect(asked).toEqual([])
    await Promise.all([motions.load('Wave'), motions.load('Wave')])
    expect(asked).toEqual(['/models/a/wave.motion3.json'])
  })
  it('keeps what moves a dial of the model: parameters, and what chooses parts', async () => {
    const [wave] = await shelf({ Wave: [{ File: 'wave.motion3.json' }] }).load('Wave')
    expect(wave).toMatchObject({ durationSeconds: 2, loop: true, dials: [3, 7] })
    expect([wave!.valueAt(0, 1), wave!.valueAt(1, 1)]).toEqual([0.5, 1])
  })
  it('takes fades from the model, else from the motion, else the usual', async () => {
    const groups = { Own: [{ File: 'bow.motion3.json', FadeInTime: 1 }], File: [{ File: 'bow.motion3.json' }] }
    const motions = shelf(groups)
    expect((await motions.load('Own'))[0]).toMatchObject({ fadeIn: 1, fadeOut: 0.5 })
    expect((await motions.load('File'))[0]).toMatchObject({ fadeIn: 0.25, fadeOut: 0.5 })
  })
  it('asks again, when it is wanted again, where the server was away', async () => {
    const answering = fetch
    vi.stubGlobal('fetch', async () => new Response('', { status: 503 }))
    const motions = shelf({ Bow: [{ File: 'bow.motion3.json' }] })
    expect(await motions.load('Bow')).toEqual([])
    vi.stubGlobal('fetch', answering)
    expect(await motions.load('Bow')).toHaveLength(1)
  })
  it('leaves out what is missing or damaged', async () => {
    const files = ['gone.motion3.json', 'broken.motion3.json', 'bow.motion3.json']
    expect(await shelf({ All: files.map((File) => ({ File })) }).load('All')).toHaveLength(1)
    expect(await shelf({}).load('Nobody')).toEqual([])
  })
})
