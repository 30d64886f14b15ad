import { EFFECTS, type Effect } from '@psiona/shared/look'
import { describe, expect, it } from 'vitest'
import { LEAST_BETWEEN_BURSTS } from './effect-bursts'
import { type EffectField, placeParticle } from './effect-particle'
import { alphaOf, EffectShow, MOST_EFFECTS, particlesOf } from './effect-show'
import { FADE_MS } from './fading-list'
import { standBox } from './overlay-space'

const effect = (more: Partial<Effect> = {}): Effect => ({
  effectId: 1,
  kind: 'hearts',
  strength: 1,
  durationMs: 4000,
  caption: '',
  ...more,
})
const field = (width: number, height: number): EffectField => ({
  width,
  height,
  her: standBox(width, height, { align: 'center', framing: 'full' }),
})
const place = () => ({ x: 0, y: 0, width: 0, height: 0, angle: 0, alpha: 0 })

describe('particlesOf', () => {
  it.each(EFFECTS)('%s: the same seed gives the same, another one another', (kind) => {
    expect(particlesOf(effect({ kind }), 1)).toEqual(particlesOf(effect({ kind }), 1))
    expect(particlesOf(effect({ kind }), 1)).not.toEqual(particlesOf(effect({ kind, effectId: 2 }), 1))
  })
  it.each(EFFECTS)('%s: begins and ends within its time, however short', (kind) => {
    for (const durationMs of [200, 1000, 4000, 20_000])
      for (const particle of particlesOf(effect({ kind, durationMs }), 1)) {
        expect(particle.bornSeconds).toBeGreaterThanOrEqual(0)
        expect(particle.bornSeconds + particle.livesSeconds).toBeLessThanOrEqual(durationMs / 1000 + 1e-9)
      }
  })
  it.each(EFFECTS)('%s: less strength and less quality mean less of it, but never nothing', (kind) => {
    const count = (strength: number, share: number) => particlesOf(effect({ kind, strength }), share).length
    expect(count(1, 1)).toBeLessThanOrEqual(340)
    expect(count(0, 1)).toBeLessThan(count(1, 1))
    expect(count(1, 0.25)).toBeLessThan(count(1, 1))
    expect(count(0, 0.25)).toBeGreaterThan(0)
  })
  it.each(EFFECTS)('%s: nothing flickers three times a second', (kind) => {
    for (const { flipHz = 0, spin = 0, sway } of particlesOf(effect({ kind }), 1)) {
      expect(flipHz).toBeLessThan(3)
      expect(Math.abs(spin)).toBeLessThan(3)
      expect(sway?.hz ?? 0).toBeLessThan(3)
    }
  })
  it('spaces the bursts of fireworks so that they never flash', () => {
    for (const durationMs of [1000, 1400, 3000, 8000]) {
      const bursts = new Set(
        particlesOf(effect({ kind: 'fireworks', durationMs }), 1)
          .filter(({ speedX }) => speedX !== undefined)
          .map(({ bornSeconds }) => bornSeconds),
      )
      const sorted = [...bursts].sort((a, b) => a - b)
      for (const [i, at] of sorted.slice(1).entries()) expect(at - sorted[i]!).toBeGreaterThanOrEqual(LEAST_BETWEEN_BURSTS - 1e-9)
    }
  })
})

describe('placeParticle', () => {
  const heart = particlesOf(effect(), 1)[0]!
  it('says where a thing is at any time, whatever was asked before', () => {
    const [once, again] = [place(), place()]
    placeParticle(heart, heart.bornSeconds + 1, field(1920, 1080), once)
    for (let i = 0; i < 10; i++) placeParticle(heart, heart.bornSeconds + i / 10, field(1920, 1080), again)
    placeParticle(heart, heart.bornSeconds + 1, field(1920, 1080), again)
    expect(again).toEqual(once)
    expect(once.alpha).toBe(1)
  })
  it('is not there before and after its life', () => {
    const { bornSeconds, livesSeconds } = heart
    const there = (seconds: number) => placeParticle(heart, seconds, field(100, 100), place())
    expect([bornSeconds - 0.01, bornSeconds, bornSeconds + livesSeconds - 0.01, bornSeconds + livesSeconds].map(there)).toEqual([
      false,
      true,
      true,
      false,
    ])
  })
  it.each(['left', 'center', 'right'] as const)('keeps hearts off her face when she stands %s', (align) => {
    const her = standBox(1920, 1080, { align, framing: 'full' })
    for (const particle of particlesOf(effect(), 1)) {
      const at = place()
      placeParticle(particle, particle.bornSeconds + 1, { width: 1920, height: 1080, her }, at)
      expect(Math.abs(at.x - her.left - her.width / 2)).toBeGreaterThan(0.3 * her.width)
      expect(at.x).toBeGreaterThan(-50)
      expect(at.x).toBeLessThan(1970)
    }
  })
  it('keeps what stands by her inside a picture that she fills', () => {
    for (const particle of particlesOf(effect({ kind: 'exclaim' }), 1).filter(({ sprite }) => sprite === 'exclamation')) {
      const at = place()
      placeParticle(particle, particle.bornSeconds + 0.5, field(400, 1080), at)
      expect(at.x - at.width / 2).toBeGreaterThan(0)
      expect(at.x + at.width / 2).toBeLessThan(400)
    }
  })
  it('slows down by drag and reaches a steady fall', () => {
    const paper = {
      sprite: 'paper-0',
      bornSeconds: 0,
      livesSeconds: 60,
      x: 0,
      y: 0,
      size: 0.1,
      speedY: -3,
      drag: 2,
      gravity: 1,
    } as const
    const y = (seconds: number) => {
      const at = place()
      placeParticle(paper, seconds, field(1000, 1000), at)
      return at.y
    }
    expect(y(0.2)).toBeLessThan(0)
    expect(y(30) - y(29)).toBeCloseTo(500, 0)
  })
})

describe('EffectShow', () => {
  it('runs an effect for its time', () => {
    const show = new EffectShow(() => false)
    show.play(effect(), 1, 100)
    expect(show.running(4099)).toHaveLength(1)
    expect(show.running(4100)).toHaveLength(0)
  })
  it('runs three at once; the oldest fades for a fourth', () => {
    const show = new EffectShow(() => false)
    for (let effectId = 0; effectId < 4; effectId++) show.play(effect({ effectId }), 1, effectId * 10)
    const running = show.running(31)
    expect(running.filter(({ leaving }) => !leaving)).toHaveLength(MOST_EFFECTS)
    expect(running[0]).toMatchObject({ effect: { effectId: 0 }, leaving: true })
    expect(alphaOf(running[0]!, 230)).toBeCloseTo(0.5, 5)
    expect(show.running(431).map((one) => one.effect.effectId)).toEqual([1, 2, 3])
  })
  it('shows its caption long enough to be read, one at a time', () => {
    const show = new EffectShow(() => false)
    show.play(effect({ durationMs: 500, caption: 'Ada follows' }), 1, 0)
    expect(show.captions(2999).map(({ value }) => value.caption)).toEqual(['Ada follows'])
    show.play(effect({ caption: 'Bea raids' }), 1, 2999)
    expect(show.captions(3000).map(({ value, leaving }) => [value.caption, leaving])).toEqual([
      ['Ada follows', true],
      ['Bea raids', false],
    ])
    expect(show.captions(2999 + FADE_MS).map(({ value }) => value.caption)).toEqual(['Bea raids'])
  })
  it('has words alone for who asked for less motion', () => {
    let still = true
    const show = new EffectShow(() => still)
    show.play(effect({ caption: 'Ada follows' }), 1, 0)
    expect(show.running(10)).toEqual([])
    expect(show.captions(10)).toHaveLength(1)
    still = false
    show.play(effect(), 1, 20)
    expect(show.running(30)).toHaveLength(1)
  })
  it('[R107] takes down at once what was taken back, and its words also while they fade', () => {
    const show = new EffectShow(() => false)
    show.play(effect({ effectId: 1, caption: 'Ada follows' }), 1, 0)
    show.play(effect({ effectId: 2, caption: 'Bea raids' }), 1, 10)
    show.gone([1, 99])
    expect(show.captions(11).map(({ value }) => value.caption)).toEqual(['Bea raids'])
    expect(show.running(11).map((one) => one.effect.effectId)).toEqual([2])
    show.gone([2])
    expect([show.captions(11), show.running(11)]).toEqual([[], []])
  })
})
