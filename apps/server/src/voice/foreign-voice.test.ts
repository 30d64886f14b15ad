// Other voices through the voice organ: streaming, failing, hanging, cut; she is never silent.
import { BLOCK_SAMPLES, Problem } from '@psiona/shared'
import { afterEach, describe, expect, it } from 'vitest'
import { lineOf, turnOf, type VoiceAtWork, type VoiceSetUp, voiceAtWork } from '../../../../tests/fakes/voice-at-work'
import { systemClock } from '../clock'
import type { Tts, TtsPiece, TtsRequest } from '../organs'

const RATE = 22_050
/** A buzz that swells twice a second: loud enough all along to tell it from a hole. */
const buzz = (seconds: number, from = 0): TtsPiece => ({
  sampleRate: RATE,
  pcm: Float32Array.from({ length: Math.round(seconds * RATE) }, (_, i) => {
    const t = from + i / RATE
    return (0.12 + 0.06 * Math.sin(2 * Math.PI * 2 * t)) * Math.sign(Math.sin(2 * Math.PI * 140 * t))
  }),
})
const TEXT = 'One two three four five six.'

interface Asked extends TtsRequest {
  readonly signal: AbortSignal
}
function standIn(speak: (request: Asked, turn: number) => AsyncIterable<TtsPiece>): Tts & { readonly asked: Asked[] } {
  const asked: Asked[] = []
  return {
    name: 'Stand-in',
    asked,
    synthesise(request, signal) {
      asked.push({ ...request, signal })
      return speak({ ...request, signal }, asked.length)
    },
    health: () => ({ state: 'ok', detail: 'Stand-in' }),
    close: async () => {},
  }
}
const pieces = (count: number, seconds = 0.25) =>
  (async function* () {
    for (let i = 0; i < count; i++) yield buzz(seconds, i * seconds)
  })()
const never = (signal: AbortSignal) =>
  new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))

let work: VoiceAtWork | null = null
afterEach(async () => {
  await work?.voice.close()
  work = null
})
const setUp = async (tts: Tts, more: VoiceSetUp = {}) => {
  work = await voiceAtWork({ tts: () => tts, ...more })
  return work
}
/** Phones that are read when the test says so. */
const slowPhones = () => {
  const reading: (() => void)[] = []
  const speakable = async () => {
    await new Promise<void>((resolve) => reading.push(resolve))
    return { phrases: null, note: null }
  }
  return { reading, speakable }
}
const saidWords = ({ words }: { words: readonly { text: string }[] }) => words.map(({ text }) => text).join(' ')

describe('another voice', () => {
  it('[R125] is not heard when its phones come after a panic, however much of its sound is there', async () => {
    const { reading, speakable } = slowPhones()
    const { lines, until, events, blocks, voice } = await setUp(
      standIn(() => pieces(8)),
      { speakable },
    )
    const controller = new AbortController()
    lines.push(lineOf(turnOf('t1', controller), 'l1', TEXT))
    await until(() => reading.length > 0 && blocks().length > 30)
    controller.abort('panic')
    voice.cut('panic')
    for (const read of reading) read()
    await until(() => events.includes('over t1') && blocks().filter(({ epoch }) => epoch === 1).length > 60)
    expect(blocks().every(({ pcm }) => pcm === null)).toBe(true)
  })

  it('[R104] says the line; its words stand where it speaks, and the subtitle is sent again when they are known', async () => {
    const tts = standIn(() => pieces(8))
    const { lines, until, events, blocks, subtitles, voice } = await setUp(tts)
    lines.push(lineOf(turnOf('t1'), 'l1', `[laugh] ${TEXT}`))
    await until(() => events.includes('over t1'))
    expect(tts.asked.map(({ text, language }) => [text, language])).toEqual([[TEXT, 'en-US']])
    expect(events).toEqual(['started l1', `heard ${TEXT}`, 'over t1'])
    const sounding = blocks().filter(({ pcm }) => pcm !== null)
    expect(sounding.every(({ lineId }) => lineId === 'l1')).toBe(true)
    expect((sounding.length * BLOCK_SAMPLES) / 24_000).toBeCloseTo(2, 1)
    const last = subtitles().at(-1)!
    expect(new Set(subtitles().map(({ lineId }) => lineId))).toEqual(new Set(['l1']))
    expect(last.text).toBe(TEXT)
    expect(saidWords(last)).toBe(TEXT)
    expect(last.startSample).toBe(sounding[0]!.atSample)
    expect(last.words.at(-1)!.endSample).toBeGreaterThan(last.startSample + 0.9 * 48_000)
    for (const [i, word] of last.words.entries()) {
      expect(word.startSample).toBeGreaterThanOrEqual(last.words[i - 1]?.endSample ?? last.startSample)
      expect(word.endSample).toBeLessThanOrEqual(last.endSample)
    }
    expect(voice.health()).toMatchObject({ part: 'voice', state: 'ok', detail: 'Stand-in' })
  })

  it('is asked for the next line while the present one plays, and there is no hole between', async () => {
    const tts = standIn((_, turn) => {
      events.push(`asked ${turn}`)
      return pieces(8)
    })
    const { lines, until, events, subtitles } = await setUp(tts)
    const turn = turnOf('t1')
    lines.push(lineOf(turn, 'l1', TEXT, false))
    lines.push(lineOf(turn, 'l2', TEXT))
    await until(() => events.includes('over t1'))
    expect(events.indexOf('asked 2')).toBeLessThan(events.indexOf(`heard ${TEXT}`))
    const [first, second] = ['l1', 'l2'].map((id) => subtitles().findLast(({ lineId }) => lineId === id)!)
    expect(second!.startSample).toBe(first!.endSample)
  })

  it('[R103] that fails is replaced by her own for that line, health says so, and after two lines it rests', async () => {
    const tts = standIn(async function* () {
      yield* []
      throw new Problem('tts-off', 'busy', 'Nobody answers at that address. Start the server.')
    })
    const { lines, until, events, subtitles, troubles, voice } = await setUp(tts)
    for (const id of ['1', '2', '3']) lines.push(lineOf(turnOf(`t${id}`), `l${id}`, 'Yes.'))
    await until(() => events.includes('over t3'))
    expect(events.filter((event) => event === 'heard Yes.')).toHaveLength(3)
    expect(tts.asked).toHaveLength(2)
    expect(subtitles().map(saidWords)).toEqual(['Yes.', 'Yes.', 'Yes.'])
    expect(troubles).toHaveLength(2)
    expect(voice.health()).toMatchObject({
      state: 'trouble',
      detail: 'Nobody answers at that address: she speaks with her own voice.',
      remedy: 'Start the server.',
    })
  })

  it('that gives no sound, or silence, is replaced by her own', async () => {
    const tts = standIn(async function* (_, turn) {
      if (turn > 1) yield { pcm: new Float32Array(20_000), sampleRate: RATE }
    })
    const { lines, until, events, troubles } = await setUp(tts)
    lines.push(lineOf(turnOf('t1'), 'l1', 'Yes.'))
    lines.push(lineOf(turnOf('t2'), 'l2', 'No.'))
    await until(() => events.includes('over t2'))
    expect(events).toContain('heard Yes.')
    expect(events).toContain('heard No.')
    expect(troubles).toMatchObject([{ code: 'voice-engine-silent' }, { code: 'voice-engine-silent' }])
  })

  it('that hangs for eight seconds is let go, and her own speaks', async () => {
    const tts = standIn(async function* ({ signal }) {
      await never(signal)
      yield* []
    })
    const clock = {
      ...systemClock,
      sleep: (ms: number, signal?: AbortSignal) => systemClock.sleep(ms === 8000 ? 20 : ms, signal),
    }
    const { lines, until, events, troubles } = await setUp(tts, { clock })
    lines.push(lineOf(turnOf('t1'), 'l1', 'Yes.'))
    await until(() => events.includes('over t1'))
    expect(tts.asked[0]!.signal.aborted).toBe(true)
    expect(events).toContain('heard Yes.')
    expect(troubles).toMatchObject([{ code: 'voice-engine-hangs' }])
  })

  it('that breaks off in the middle has the rest said by her own', async () => {
    const tts = standIn(async function* () {
      yield* pieces(4, 0.3)
      throw new Error('gone')
    })
    const { lines, until, events, subtitles, troubles } = await setUp(tts)
    lines.push(lineOf(turnOf('t1'), 'l1', TEXT))
    await until(() => events.includes('over t1'))
    const last = subtitles().at(-1)!
    expect(saidWords(last)).toBe(TEXT)
    expect(last.endSample - last.startSample).toBeGreaterThan(1.5 * 24_000)
    expect(events).toEqual(['started l1', `heard ${TEXT}`, 'over t1'])
    expect(troubles).toMatchObject([{ code: 'voice-engine-failed', message: expect.stringMatching(/^Stand-in failed/) }])
  })

  it('[R13] is asked to stop at once when she is cut, and says the next line', async () => {
    const tts = standIn(async function* ({ signal }, turn) {
      yield* pieces(6)
      if (turn === 1) await never(signal)
    })
    const { voice, lines, until, events, blocks, seen } = await setUp(tts)
    const controller = new AbortController()
    lines.push(lineOf(turnOf('t1', controller), 'l1', TEXT))
    await until(() => events.includes('started l1') && blocks().some(({ pcm }) => pcm !== null))
    controller.abort('stop')
    voice.cut('stop')
    expect(tts.asked[0]!.signal.aborted).toBe(true)
    expect(events.at(-1)).toBe('over t1')
    lines.push(lineOf(turnOf('t2'), 'l2', TEXT))
    await until(() => events.includes('over t2'))
    expect(events).toContain(`heard ${TEXT}`)
    const cutAt = seen.findIndex(({ type }) => type === 'voice-cut')
    const after = seen.slice(cutAt).flatMap((part) => (part.type === 'voice-block' && part.block.pcm ? [part.block] : []))
    expect(after.every(({ lineId, epoch }) => lineId === 'l2' && epoch === 1)).toBe(true)
  })

  it('is not asked for what nobody can say, and not when her own is chosen', async () => {
    const tts = standIn(() => pieces(4))
    let chosen: Tts | null = tts
    const { lines, until, events } = await setUp(tts, { tts: () => chosen })
    lines.push(lineOf(turnOf('t1'), 'l1', '…'))
    await until(() => events.includes('over t1'))
    chosen = null
    lines.push(lineOf(turnOf('t2'), 'l2', 'Yes.'))
    await until(() => events.includes('over t2'))
    expect(tts.asked).toEqual([])
    chosen = tts
    lines.push(lineOf(turnOf('t3'), 'l3', 'Yes.'))
    await until(() => events.includes('over t3'))
    expect(tts.asked).toHaveLength(1)
  })
})
