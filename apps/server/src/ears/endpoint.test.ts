// Where an utterance begins and ends, told from made-up probabilities.
import { MIC_RATE } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { VAD_FRAME_SAMPLES } from '../organs'
import { createEndpoint, type Verdict } from './endpoint'

const FRAME_MS = (VAD_FRAME_SAMPLES / MIC_RATE) * 1000
const frames = (ms: number) => Math.ceil(ms / FRAME_MS)
const ms = (samples: number) => (samples / MIC_RATE) * 1000
const VOICE = { probability: 0.95, evidence: 5, levelDb: -20 }
const DIP = { probability: 0.95, evidence: 5, levelDb: -45 }
const ROOM = { probability: 0.001, evidence: -7, levelDb: -60 }

/** An endpoint, and what it said frame by frame with the position at which it said it. */
function listening(pauseMs = 500) {
  const endpoint = createEndpoint(() => pauseMs)
  const said: { verdict: Verdict; atMs: number }[] = []
  let at = 0
  const note = (verdict: Verdict | null) => {
    if (verdict) said.push({ verdict, atMs: ms(at) })
  }
  return {
    endpoint,
    said,
    hear(evidence: typeof VOICE, forMs: number) {
      for (let i = 0; i < frames(forMs); i++) {
        at += VAD_FRAME_SAMPLES
        note(endpoint.frame(evidence, at))
      }
    },
    gate: (gate: Parameters<typeof endpoint.gate>[0]) => note(endpoint.gate(gate, at)),
    end: () => note(endpoint.end(at)),
    nowMs: () => ms(at),
  }
}
const verdicts = ({ said }: ReturnType<typeof listening>) => said.map(({ verdict }) => verdict)

describe('an open microphone', () => {
  it('starts with the first frame that is evident and stops when the pause is over', () => {
    const ear = listening()
    ear.hear(ROOM, 1000)
    const beganMs = ear.nowMs()
    ear.hear(VOICE, 800)
    const endedMs = ear.nowMs()
    ear.hear(ROOM, 1000)
    expect(verdicts(ear)).toEqual(['start', 'stop'])
    expect(ear.said[0]?.atMs).toBe(beganMs + FRAME_MS)
    expect(ms(ear.endpoint.voiceFromSample)).toBe(beganMs)
    expect(ms(ear.endpoint.voiceToSample)).toBe(endedMs)
    expect(ear.said[1]?.atMs).toBe(endedMs + frames(500) * FRAME_MS)
  })

  it('takes a pause that is shorter than the one set for part of the utterance', () => {
    const ear = listening(800)
    ear.hear(VOICE, 400)
    ear.hear(ROOM, 700)
    ear.hear(VOICE, 400)
    ear.hear(ROOM, 1000)
    expect(verdicts(ear)).toEqual(['start', 'stop'])
  })

  it('goes on while the detector is less sure than it was at the start', () => {
    const ear = listening()
    ear.hear(VOICE, 200)
    ear.hear({ ...ROOM, probability: 0.4 }, 2000)
    expect(verdicts(ear)).toEqual(['start'])
  })

  it('does not start at what is loud and improbable, or probable and like the background', () => {
    const ear = listening()
    ear.hear({ probability: 0.04, evidence: 3, levelDb: -10 }, 500)
    ear.hear({ probability: 0.6, evidence: -1, levelDb: -60 }, 500)
    expect(verdicts(ear)).toEqual([])
  })

  it('counts a doubtful beginning that leads into a voice as its beginning, and one long before as none', () => {
    const ear = listening()
    const hiss = { probability: 0.03, evidence: -2, levelDb: -50 }
    ear.hear(hiss, 100)
    ear.hear(ROOM, 500)
    const beganMs = ear.nowMs()
    ear.hear(hiss, 160)
    ear.hear(VOICE, 300)
    expect(ms(ear.endpoint.voiceFromSample)).toBe(beganMs)
  })

  it('drops one frame that only seemed to be a voice', () => {
    const ear = listening()
    ear.hear(VOICE, FRAME_MS)
    ear.hear(ROOM, 1000)
    expect(verdicts(ear)).toEqual(['start', 'drop'])
  })

  it('ends what is being said when no sound comes any more', () => {
    const ear = listening()
    ear.hear(VOICE, 300)
    ear.end()
    ear.end()
    expect(verdicts(ear)).toEqual(['start', 'stop'])
  })
})

describe('a voice without end', () => {
  it('is cut at a quiet moment after 27 s, and goes on as the next utterance', () => {
    const ear = listening()
    ear.hear(VOICE, 25_000)
    ear.hear(DIP, FRAME_MS)
    ear.hear(VOICE, 3000)
    ear.hear(DIP, FRAME_MS)
    ear.hear(VOICE, 1000)
    expect(verdicts(ear)).toEqual(['start', 'stop', 'start'])
    expect(ear.said[1]?.atMs).toBeGreaterThan(27_900)
    expect(ear.said[1]?.atMs).toBeLessThan(28_200)
  })

  it('is cut at 30 s when it has no quiet moment, with the key down too', () => {
    for (const gate of ['open', 'held'] as const) {
      const ear = listening()
      ear.gate(gate)
      ear.hear({ ...VOICE, levelDb: -30 }, 26_900)
      ear.hear(VOICE, 2900)
      expect(verdicts(ear)).toEqual(['start'])
      ear.hear(VOICE, 300)
      expect(verdicts(ear)[1]).toBe('stop')
      ear.gate(gate)
      ear.hear(VOICE, 300)
      expect(verdicts(ear)).toEqual(['start', 'stop', 'start'])
    }
  })
})

describe('the talk key', () => {
  it('starts when it goes down, whatever is heard, and stops when it goes up', () => {
    const ear = listening()
    ear.gate('shut')
    ear.hear(VOICE, 1000)
    ear.hear(ROOM, 1000)
    expect(verdicts(ear)).toEqual([])
    ear.gate('held')
    ear.hear(ROOM, 3000)
    expect(verdicts(ear)).toEqual(['start'])
    ear.gate('shut')
    expect(verdicts(ear)).toEqual(['start', 'stop'])
    expect(ms(ear.endpoint.voiceToSample)).toBe(ear.nowMs())
  })

  it('that is late finds where the voice began', () => {
    const ear = listening()
    ear.gate('shut')
    ear.hear(ROOM, 500)
    const beganMs = ear.nowMs()
    ear.hear(VOICE, 200)
    ear.gate('held')
    expect(ms(ear.endpoint.voiceFromSample)).toBe(beganMs)
  })

  it('knows where the voice ended before it went up', () => {
    const ear = listening()
    ear.gate('held')
    ear.hear(VOICE, 500)
    const endedMs = ear.nowMs()
    ear.hear(ROOM, 700)
    ear.gate('shut')
    expect(ms(ear.endpoint.voiceToSample)).toBe(endedMs)
  })

  it('that is no longer needed leaves the end to the detector', () => {
    const ear = listening()
    ear.gate('held')
    ear.hear(VOICE, 300)
    ear.gate('open')
    ear.hear(ROOM, 400)
    expect(verdicts(ear)).toEqual(['start'])
    ear.hear(ROOM, 300)
    expect(verdicts(ear)).toEqual(['start', 'stop'])
  })

  it('up at once ends what was said into an open microphone', () => {
    const ear = listening()
    ear.hear(VOICE, 300)
    ear.gate('shut')
    expect(verdicts(ear)).toEqual(['start', 'stop'])
  })
})

it('mute drops what is being said, spoken freely or with the key down', () => {
  for (const gate of ['open', 'held'] as const) {
    const ear = listening()
    ear.gate(gate)
    ear.hear(VOICE, 1000)
    ear.gate('muted')
    ear.gate('muted')
    expect(verdicts(ear)).toEqual(['start', 'drop'])
  }
})
