import { VoiceDials } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { composeScore } from './compose-score'
import { parseIpa } from './ipa'
import type { OscillatorName } from './oscillator'
import type { PhoneSymbol } from './phone'

const dials = VoiceDials.parse({})
/** The score of one word, said alone. */
function score(ipa: string, language = 'xx') {
  const words = parseIpa(ipa, language).words.map((phones) => ({ written: 'x', phones, weak: false, emphasis: 0 }))
  return composeScore([{ words, ending: 'statement' }], { dials, emotion: {}, seed: 1 })
}
const most = (ipa: string, oscillator: OscillatorName, language?: string) =>
  Math.max(
    0,
    ...score(ipa, language)
      .goals.filter((goal) => goal.oscillator === oscillator)
      .map(({ target }) => target),
  )
const count = (ipa: string, oscillator: OscillatorName) =>
  score(ipa).goals.filter((goal) => goal.oscillator === oscillator).length
const spanOf = (ipa: string, symbol: PhoneSymbol, language?: string) => {
  const { phones, formants } = score(ipa, language)
  const { startSample = 0, endSample = 0 } = phones.find((phone) => phone.symbol === symbol) ?? {}
  const middle = (startSample + endSample) / 2
  const [knot] = [...formants].sort((one, other) => Math.abs(one.atSample - middle) - Math.abs(other.atSample - middle))
  return { samples: endSample - startSample, hertz: knot?.hertz ?? [0, 0, 0] }
}

describe('sounds of other languages', () => {
  it('says y as i with round lips, between i and u', () => {
    const [i, y, u] = [spanOf('b_ˈi_b', 'IY'), spanOf('b_ˈy_b', 'UE'), spanOf('b_ˈu_b', 'U')].map(({ hertz }) => hertz[1])
    expect(y).toBeLessThan(i ?? 0)
    expect(y).toBeGreaterThan(u ?? 0)
    expect(most('b_ˈy_b', 'lipRounding')).toBeGreaterThan(0.9)
    expect(most('b_ˈi_b', 'lipRounding')).toBe(0)
  })
  it('opens the velum in a nasal vowel and in no other, without a nasal consonant', () => {
    expect(most('b_ˈɔ̃', 'velum')).toBe(1)
    expect(most('b_ˈɔ̃', 'nasal')).toBe(0)
    expect(most('b_ˈɔ', 'velum')).toBe(0)
  })
  it('strikes more than once in a trill, and not in a tap', () => {
    expect(count('a_rː_a', 'glottis')).toBeGreaterThan(count('a_ɾ_a', 'glottis') + 2)
  })
  it('makes x where the tongue is, ç like a soft sh, and no sound in a glottal stop', () => {
    expect(most('a_x_a', 'burstVelar')).toBeGreaterThan(0.5)
    expect(most('a_ç_a', 'hissSH')).toBeLessThan(most('a_ʃ_a', 'hissSH'))
    expect(most('a_ʔ_a', 'aspiration')).toBe(0)
  })
  it('breathes less after p t k where the language does', () => {
    const breath = (language: string) => {
      const goals = score('t_ˈa', language).goals.filter(({ oscillator }) => oscillator === 'aspiration')
      return (goals.at(-1)?.atSample ?? 0) - (goals[0]?.atSample ?? 0)
    }
    expect(breath('es')).toBeLessThan(breath('sv') * 0.7)
  })
  it('holds long sounds longer', () => {
    expect(spanOf('t_ˈuː_l_i', 'U', 'fi').samples).toBeGreaterThan(1.7 * spanOf('t_ˈu_l_i', 'U', 'fi').samples)
    expect(spanOf('k_ˈu_kː_a', 'K', 'fi').samples).toBeGreaterThan(0)
  })
})
