// A phone's colour: gains at the frequencies of its table, straight lines between, all of it moved with the tract.
import { describe, expect, it } from 'vitest'
import { Field } from './field'
import { newKernelStep } from './kernel'
import { OSCILLATOR } from './oscillator'
import { COLOUR_HZ, COLOURS, colourOf, PhoneColour } from './phone-colour'

const coloured = (hertz: readonly number[], scale: number) => {
  const field = new Field()
  COLOURS.forEach((name, i) => {
    field.settle(OSCILLATOR[name], i + 1)
  })
  const { voice } = newKernelStep()
  hertz.forEach((f, k) => {
    voice.hertz[k] = f
    voice.re[k] = 1
    voice.im[k] = -1
  })
  new PhoneColour().apply(voice, hertz.length, field, scale)
  expect(hertz.map((_, k) => -voice.im[k]!)).toEqual(hertz.map((_, k) => voice.re[k]!))
  return hertz.map((_, k) => voice.re[k]!)
}

describe('the colour of a phone', () => {
  it('is its gain at each of its frequencies, in between by straight lines, level beyond', () => {
    expect(coloured([100, ...COLOUR_HZ, 9000], 1)).toEqual([1, ...COLOUR_HZ.map((_, i) => i + 1), COLOUR_HZ.length])
    expect(coloured([(COLOUR_HZ[0]! + COLOUR_HZ[1]!) / 2], 1)[0]).toBeCloseTo(1.5)
  })

  it('moves with the tract', () => {
    const gains = coloured(
      COLOUR_HZ.map((hertz) => 1.15 * hertz),
      1.15,
    )
    gains.forEach((gain, i) => {
      expect(gain).toBeCloseTo(i + 1)
    })
  })

  it('is plain where nothing was fitted, and never silence', () => {
    expect(colourOf('AA')).toEqual(COLOUR_HZ.map(() => 1))
    for (const gain of colourOf('N')) expect(gain).toBeGreaterThan(0.1)
  })
})
