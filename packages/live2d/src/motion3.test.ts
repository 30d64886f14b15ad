// Curves of motions: every kind of segment, before, between and after them, and files that break off.
import { describe, expect, it } from 'vitest'
import { Motion3, MotionCurves } from './motion3'

const curvesOf = (segments: readonly unknown[], meta: object = {}): MotionCurves =>
  new MotionCurves(
    Motion3.parse({
      Meta: { Duration: 4, Loop: false, ...meta },
      Curves: [
        { Target: 'Model', Id: 'EyeBlink', Segments: [0, 1] },
        { Target: 'Parameter', Id: 'P', Segments: segments },
      ],
    }),
  )

describe('a motion', () => {
  it('names the parameters it moves, and how long it is', () => {
    const curves = curvesOf([0, 0, 0, 4, 1], { Loop: true })
    expect([curves.parameters, curves.durationSeconds, curves.loop]).toEqual([['P'], 4, true])
    expect(curves.valueAt(1, 0)).toBe(0)
  })

  it('holds both ends, and begins anew when it loops', () => {
    const line = [1, 10, 0, 3, 20]
    const still = curvesOf(line)
    expect([-1, 0, 1, 2, 3, 99].map((t) => still.valueAt(0, t))).toEqual([10, 10, 10, 15, 20, 20])
    const loop = curvesOf(line, { Loop: true })
    expect([4, 6, 10].map((t) => loop.valueAt(0, t))).toEqual([10, 15, 15])
  })

  it('steps at the end of a segment, or at once', () => {
    const curves = curvesOf([0, 1, 2, 1, 2, 3, 2, 3])
    expect([0, 0.99, 1, 1.01, 2].map((t) => curves.valueAt(0, t))).toEqual([1, 1, 3, 3, 3])
  })

  it('follows beziers: in time when they are restricted, by their handles when not', () => {
    const handles = [0, 0, 1, 0.9, 0, 1, 0, 1, 1]
    // Restricted handles lie at thirds whatever the file says.
    expect(curvesOf(handles, { AreBeziersRestricted: true }).valueAt(0, 0.5)).toBeCloseTo(0.125)
    // x(t) = 2.7 t (1-t)² + 3 t² (1-t) + t³ is 0.5 at t = 0.2285, where y = t³.
    expect(curvesOf(handles).valueAt(0, 0.5)).toBeCloseTo(0.2285 ** 3, 3)
    const even = [0, 0, 1, 1 / 3, 1, 2 / 3, 1, 1, 0]
    const [a, b] = [curvesOf(even), curvesOf(even, { AreBeziersRestricted: true })]
    for (let t = 0; t <= 1; t += 0.1) expect(a.valueAt(0, t)).toBeCloseTo(b.valueAt(0, t), 3)
  })

  it('ends where its file breaks off or goes wrong', () => {
    expect(curvesOf([0, 1, 0, 1, 2, 1, 5, 5]).valueAt(0, 9)).toBe(2)
    expect(curvesOf([0, 1, 0, 1, 2, 9, 2, 3]).valueAt(0, 9)).toBe(2)
    expect(curvesOf([0, 1, 0, 2, 5, 0, 1, 7]).valueAt(0, 9)).toBe(5)
    expect(curvesOf([0]).parameters).toEqual([])
    expect(curvesOf([0, 4]).valueAt(0, 2)).toBe(4)
    expect(curvesOf([0, 4]).valueAt(0, Number.NaN)).toBe(4)
  })

  it('with two points at one time goes on from the second', () => {
    expect([1, 2].map((t) => curvesOf([0, 0, 0, 1, 1, 0, 1, 5, 0, 2, 6]).valueAt(0, t))).toEqual([5, 6])
  })
})
