import { VoiceDials } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { DIALS, dialAtShare, dialFigure, dialShare, dialText, sameDials, typedDial } from './dial-table'

const usual = VoiceDials.parse({})
const look = (name: string) => DIALS.find((dial) => dial.name === name)!

describe('the table of dials', () => {
  it('has every dial of a voice once', () => {
    const wanted = Object.keys(VoiceDials.shape).filter((name) => name !== 'equaliser')
    expect(DIALS.map(({ name }) => name).sort()).toEqual(wanted.sort())
  })
  it.each(DIALS.map((dial) => [dial.name, dial] as const))('%s: its ends are those of the schema', (name, { min, max, step }) => {
    const takes = (value: number) => VoiceDials.safeParse({ [name]: value }).success
    expect([takes(min), takes(max), takes(min - step), takes(max + step)]).toEqual([true, true, false, false])
  })
  it.each(DIALS.map((dial) => [dial.name, dial] as const))('%s: the usual value can be set exactly', (name, dial) => {
    expect(typedDial(dial, dialFigure(dial, usual[name]))).toBe(usual[name])
    expect(dialAtShare(dial, dialShare(dial, usual[name]))).toBe(usual[name])
    expect(dialShare(dial, dial.min)).toBe(0)
    expect(dialShare(dial, dial.max)).toBe(1)
  })
})

describe('figures', () => {
  it('have their unit, and a part is said in per cent', () => {
    expect(dialText(look('pitchHz'), 224)).toBe('224 Hz')
    expect(dialText(look('jitter'), 0.006)).toBe('0.6 %')
    expect(dialText(look('breath'), 0.2)).toBe('0.20')
  })
  it('are read as people type them', () => {
    expect(typedDial(look('pitchHz'), ' 230 Hz')).toBe(230)
    expect(typedDial(look('rate'), '1,1')).toBe(1.1)
    expect(typedDial(look('jitter'), '1.2 %')).toBe(0.012)
    expect(typedDial(look('pitchHz'), '9000')).toBe(420)
    expect(typedDial(look('pitchHz'), 'high')).toBeNull()
    expect(typedDial(look('pitchHz'), '')).toBeNull()
  })
  it('an octave is as long as the next', () => {
    const pitch = look('pitchHz')
    expect(dialShare(pitch, 200) - dialShare(pitch, 100)).toBeCloseTo(dialShare(pitch, 400) - dialShare(pitch, 200))
  })
})

it('dials are the same when every figure and every point is', () => {
  expect(sameDials(usual, { ...usual })).toBe(true)
  expect(sameDials(usual, { ...usual, breath: 0.16 })).toBe(false)
  expect(sameDials(usual, { ...usual, equaliser: [{ hz: 100, db: 1 }] })).toBe(false)
})
