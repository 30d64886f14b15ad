// The self-taught listener: what it tells of a voice whose mouth is known, and that teaching it anew works.
import { FACE_INDEX, VoiceDials } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { teachingSentences, teachListener } from '../scripts/teach-listener'
import { LABIALS } from '../test/spoken-phrases'
import { MouthListener, type MouthWeights } from './mouth-listener'
import { renderForeign } from './render-foreign'
import { renderOffline } from './render-offline'

const dials = VoiceDials.parse({})
const said = renderOffline({ phrases: [LABIALS], dials, emotion: {}, seed: 9 })

function openingsHeard(pcm: Float32Array, weights?: MouthWeights): number[] {
  const openings: number[] = []
  const listener = new MouthListener(weights)
  const hear = ({ opening }: { opening: number }) => void openings.push(opening)
  for (let at = 0; at < pcm.length; at += 1234) listener.push(pcm.subarray(at, at + 1234), hear)
  return openings
}
function correlation(one: readonly number[], other: readonly number[]): number {
  const mean = (row: readonly number[]) => row.reduce((sum, x) => sum + x, 0) / row.length
  const [a, b] = [mean(one), mean(other)]
  const sum = (f: (i: number) => number) => one.reduce((total, _, i) => total + f(i), 0)
  return (
    sum((i) => (one[i]! - a) * (other[i]! - b)) / Math.sqrt(sum((i) => (one[i]! - a) ** 2) * sum((i) => (other[i]! - b) ** 2))
  )
}
/** Every second hop, moved by the lead, beside the mouth that made the sound. */
function agreement(weights?: MouthWeights): number {
  const heard = openingsHeard(said.pcm, weights)
  const own = said.frames.map((face) => face[FACE_INDEX.mouthOpen]!)
  return correlation(
    own.slice(1, -2),
    own.slice(1, -2).map((_, i) => heard[2 * i + 1] ?? 0),
  )
}

describe('mouth listener', () => {
  it('tells the mouth of her own voice from its sound', () => {
    expect(agreement()).toBeGreaterThan(0.75)
  })

  it('taught anew on a few sentences it still tells it', () => {
    const lesson = { sentences: teachingSentences().slice(0, 24), voicesEach: 1, seed: 5, lambda: 0.03 }
    expect(agreement(teachListener(lesson))).toBeGreaterThan(0.7)
  }, 60_000)

  it('taught the same twice it knows the same', () => {
    const lesson = { sentences: teachingSentences().slice(0, 3), voicesEach: 1, seed: 5, lambda: 0.03 }
    expect(teachListener(lesson)).toEqual(teachListener(lesson))
  }, 60_000)

  it('shuts the lips on m, b and p', () => {
    const { frames } = renderForeign({ pcm: said.pcm, sampleRate: 24_000, seed: 1, dials })
    const open = frames.map((face) => face[FACE_INDEX.mouthOpen]!)
    const most = Math.max(...open)
    const closures = said.visemes.filter(({ viseme }) => viseme === 'PP')
    const shut = closures.filter(({ startSample, endSample }) =>
      open.slice(Math.floor(startSample / 400), Math.ceil(endSample / 400) + 1).some((x) => x < 0.35 * most),
    )
    expect(shut.length).toBeGreaterThanOrEqual(0.9 * closures.length)
  })

  it('says shut in silence and in soft noise', () => {
    let chance = 1
    const noise = Float32Array.from({ length: 24_000 }, () => {
      chance = (chance * 16807) % 2147483647
      return 0.002 * (chance / 1073741823 - 1)
    })
    expect(openingsHeard(noise).every((opening) => opening < 0.05)).toBe(true)
    expect(openingsHeard(new Float32Array(24_000)).every((opening) => opening === 0)).toBe(true)
  })

  it('is the same for pieces of any length, and after a reset', () => {
    const whole: number[] = []
    const listener = new MouthListener()
    const hear = ({ opening }: { opening: number }) => void whole.push(opening)
    listener.push(said.pcm, hear)
    expect(whole).toEqual(openingsHeard(said.pcm))
    listener.reset()
    const again = whole.splice(0)
    listener.push(said.pcm, hear)
    expect(whole).toEqual(again)
  })
})
