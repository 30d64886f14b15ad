// Hair in motion: it trails, swings past, settles, and does not care how often it is drawn.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Rig } from '@psiona/shared/rig'
import { describe, expect, it } from 'vitest'
import { Pendulums } from './puppet-pendulums'
import { Rhythms } from './puppet-rhythms'
import { PuppetRig } from './puppet-rig'

const file = path.join(import.meta.dirname, '../../../../live2d-models/tori/tori.rig.json')
const rig = Rig.parse(JSON.parse(readFileSync(file, 'utf8')))

const hanging = () => {
  const puppet = new PuppetRig(rig)
  const pendulums = new Pendulums(puppet, rig.pendulums)
  const [angle, braid] = [puppet.indexOf('ParamAngleX'), puppet.indexOf('ParamHairBraid')]
  /** Turns the head at an even pace and says where the braid is at the end. */
  const turn = (to: number, seconds: number, framesPerSecond: number): number => {
    const from = puppet.get(angle)
    const frames = Math.round(seconds * framesPerSecond)
    for (let i = 1; i <= frames; i++) {
      puppet.set(angle, from + ((to - from) * i) / frames)
      pendulums.step(1 / framesPerSecond)
    }
    return puppet.get(braid)
  }
  return { puppet, pendulums, turn, braid: () => puppet.get(braid) }
}

describe('pendulums', () => {
  it('hang still when nothing moves', () => {
    const { turn, puppet } = hanging()
    turn(0, 1, 60)
    for (const { output } of rig.pendulums) expect(puppet.get(puppet.indexOf(output.parameter))).toBe(0)
  })

  it('trail behind a turn, swing past, and settle to exactly nothing', () => {
    const { turn, braid } = hanging()
    expect(turn(30, 0.25, 60)).toBeLessThan(-0.2)
    let furthest = 0
    for (let i = 0; i < 30; i++) furthest = Math.max(furthest, turn(30, 1 / 30, 30))
    expect(furthest).toBeGreaterThan(0.02)
    turn(30, 20, 60)
    expect(braid()).toBe(0)
  })

  it('swing the same at 30 and at 144 frames a second', () => {
    const [slow, fast] = [hanging(), hanging()]
    expect(Math.abs(slow.turn(25, 0.5, 30) - fast.turn(25, 0.5, 144))).toBeLessThan(0.02)
    expect(Math.abs(slow.turn(-10, 0.5, 30) - fast.turn(-10, 0.5, 144))).toBeLessThan(0.02)
  })

  it('stay within their range whatever happens', () => {
    const { puppet, pendulums } = hanging()
    const angle = puppet.indexOf('ParamAngleZ')
    for (let i = 0; i < 400; i++) {
      puppet.set(angle, i % 2 ? 30 : -30)
      pendulums.step(i % 7 === 0 ? 5 : 1 / 60)
      for (const { output } of rig.pendulums)
        expect(Math.abs(puppet.get(puppet.indexOf(output.parameter)))).toBeLessThanOrEqual(1)
    }
  })

  it('does not move when no time passes', () => {
    const { puppet, pendulums, braid } = hanging()
    puppet.set(puppet.indexOf('ParamAngleX'), 30)
    pendulums.step(0)
    expect(braid()).toBe(0)
  })
})

describe('rhythms', () => {
  it('go round by themselves', () => {
    const puppet = new PuppetRig(rig)
    const rhythms = new Rhythms(puppet, rig.rhythms)
    const pulse = rig.rhythms.find((r) => r.shape === 'sine')!
    const ramp = rig.rhythms.find((r) => r.shape === 'ramp')!
    rhythms.step(pulse.seconds / 4)
    expect(puppet.get(puppet.indexOf(pulse.parameter))).toBeCloseTo(1)
    rhythms.step(ramp.seconds / 2 - pulse.seconds / 4)
    expect(puppet.get(puppet.indexOf(ramp.parameter))).toBeCloseTo(0.5)
  })
})
