import { describe, expect, it } from 'vitest'
import { Gauge, surfaceOf } from './gauge'
import { PlayMarks } from './play-marks'

const drawn = { contextTime: null, mouthOpen: 0, drawnFrom: 'track', moved: 0.1, left: 0, feeling: 0.2 } as const
const counts = { skipped: 0, outdated: 0, overflowed: 0, underruns: 0 }
const subtitle = {
  lineId: 'l1',
  turnId: 't',
  epoch: 0,
  text: 'hi',
  words: [{ text: 'hi', startSample: 4000, endSample: 8000 }],
  startSample: 4000,
  endSample: 8000,
}

function setUp() {
  const marks = new PlayMarks()
  const gauge = new Gauge(marks, () => ({
    link: 'connected',
    claim: { kind: 'tab', unlocked: true },
    sounding: true,
    clock: 'speaker',
    audio: null,
    renderer: 'puppet',
    avatar: { built: 1, failed: 0, contextsLost: 0, textures: 3, textureBytes: 1200 },
  }))
  return { marks, gauge, surface: surfaceOf(gauge) }
}

describe('the measuring surface', () => {
  it('M4: works out what truly played from marks that came after the frame was drawn', () => {
    const { marks, gauge, surface } = setUp()
    marks.add({ contextTime: 0, atSample: 0, running: true })
    gauge.frame({ ...drawn, nowMs: 1000, contextTime: 1, drawnSample: 23_900, mouthOpen: 0.5 })
    marks.add({ contextTime: 0.99, atSample: 48_000, running: true })
    expect(surface.stats().frames[0]).toMatchObject({ drawnSample: 23_900, mouthOpen: 0.5 })
    expect(surface.stats().frames[0]!.playingSample).toBeCloseTo(48_240)
  })
  it('M5, M6: keeps levels and stretches of sound', () => {
    const { gauge, surface } = setUp()
    gauge.speaker({ type: 'sound-began', atSample: 100, epochMs: 5 })
    gauge.speaker({ type: 'level', atSample: 0, rms: 0.2, epochMs: 20, counts: { ...counts, skipped: 3 } })
    gauge.speaker({ type: 'sound-ended', epochMs: 30 })
    expect(surface.stats()).toMatchObject({
      levels: [{ atSample: 0, rms: 0.2, epochMs: 20 }],
      sounds: [{ startSample: 100, startMs: 5, endMs: 30 }],
      counts: { skipped: 3, avatarBuilt: 1 },
    })
  })
  it('M7: a cut is silent when what sounded has ended, at once when nothing sounded', () => {
    const { gauge, surface } = setUp()
    const cut = { type: 'cut', cut: { epoch: 1, fadeMs: 5, reason: 'stop' } } as const
    gauge.feed(cut)
    gauge.speaker({ type: 'sound-began', atSample: 100, epochMs: 5 })
    gauge.feed(cut)
    expect(surface.stats().cuts[0]!.silentMs).toBe(surface.stats().cuts[0]!.receivedMs)
    expect(surface.stats().cuts[1]!.silentMs).toBeNull()
    gauge.speaker({ type: 'sound-ended', epochMs: 99 })
    expect(surface.stats().cuts[1]!.silentMs).toBe(99)
  })
  it('M8, M9: counts blocks and lines shown', () => {
    const { gauge, surface } = setUp()
    const block = { blockId: 0, epoch: 0, atSample: 0, elastic: false, hold: 2, face: new Float32Array(), forecast: null }
    gauge.feed({ type: 'block', block: { ...block, sounds: true } })
    gauge.feed({ type: 'block', block: { ...block, sounds: false } })
    gauge.feed({ type: 'unreadable', event: 'scene' })
    const pieces = [{ text: 'hi', startSample: 4000, endSample: 8000 }]
    gauge.subtitle({ lineId: 'l1', pieces, current: 0 })
    gauge.subtitle({ lineId: 'l1', pieces, current: 1 })
    expect(surface.stats()).toMatchObject({
      counts: { blocks: 2, soundBlocks: 1, unreadable: 1 },
      subtitle: { lineId: 'l1', text: 'hi', current: 1 },
      subtitles: [{ lineId: 'l1', text: 'hi' }],
    })
    gauge.subtitle(null)
    expect(surface.stats().subtitle).toBeNull()
  })
  it('M12, M13: tells frames of the stream from foretold ones, and what a gap was', () => {
    const { gauge, surface } = setUp()
    const frame = (nowMs: number, drawnFrom: 'track' | 'forecast' | 'idle', moved = 0.1) =>
      gauge.frame({ ...drawn, nowMs, drawnSample: 400, drawnFrom, moved, left: 0.5 })
    const block = {
      blockId: 0,
      epoch: 0,
      atSample: 0,
      elastic: false,
      hold: 2,
      sounds: true,
      face: new Float32Array(),
      forecast: null,
    }
    frame(10, 'idle')
    frame(20, 'track')
    frame(30, 'forecast')
    frame(40, 'forecast', 0)
    expect(surface.stats().gaps).toMatchObject([{ packetMs: null, endMs: null }])
    frame(50, 'idle')
    gauge.feed({ type: 'block', block })
    gauge.feed({ type: 'block', block })
    frame(60, 'track')
    const { gaps, frames, counts: counted, renderer } = surface.stats()
    expect(gaps).toHaveLength(1)
    expect(gaps[0]).toMatchObject({ frames: 3, stillFrames: 1, packetMs: expect.any(Number) })
    expect(gaps[0]!.endMs! - gaps[0]!.startMs).toBeCloseTo(30)
    expect(frames.at(-1)).toMatchObject({ drawnFrom: 'track', moved: 0.1, left: 0.5, feeling: 0.2 })
    expect(counted).toMatchObject({ forecastFrames: 2, contextsLost: 0, textures: 3, textureBytes: 1200 })
    expect(renderer).toBe('puppet')
  })
  it('M10: finds the first sound of a line, and since a moment', () => {
    const { gauge, surface } = setUp()
    const laterMs = performance.timeOrigin + performance.now() + 1000
    // Another server process had the same samples before.
    gauge.speaker({ type: 'sound-began', atSample: 4100, epochMs: 7 })
    gauge.feed({ type: 'subtitle', subtitle })
    expect(surface.firstSoundAt('l1')).toBeNull()
    gauge.speaker({ type: 'sound-began', atSample: 4010, epochMs: laterMs })
    expect(surface.firstSoundAt('l1')).toBe(laterMs)
    expect(surface.firstSoundAt(8)).toBe(laterMs)
    expect(surface.firstSoundAt('other')).toBeNull()
  })
  it('M10: finds a line that follows another without a gap', () => {
    const { gauge, surface } = setUp()
    const laterMs = performance.timeOrigin + performance.now() + 1000
    gauge.feed({ type: 'subtitle', subtitle })
    gauge.speaker({ type: 'level', atSample: 4400, rms: 0.1, epochMs: laterMs, counts })
    expect(surface.firstSoundAt('l1')).toBe(laterMs)
  })
})
