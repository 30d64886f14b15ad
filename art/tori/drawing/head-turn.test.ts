// The turned head as it is drawn: what viewers see most must stay a face.
import { describe, expect, it } from 'vitest'
import type { XY } from './dot'
import { poseOf } from './pose'
import { PROPORTIONS as P } from './proportions'
import { type DepthName, turnedAt } from './warps'

const ANGLES = [-30, -15, 0, 15, 30]
const EYE = { inner: 57, outer: 225, top: 683, bottom: 825 } as const

const at = (name: DepthName, angleX: number, angleY: number, dx: number, y: number): XY =>
  turnedAt(poseOf({ angleX, angleY }), name)([P.axisX + dx, y])

const eyeSize = (side: number, angleX: number, angleY: number): { width: number; height: number } => ({
  width: Math.abs(
    at('feature', angleX, angleY, side * EYE.outer, P.eyeY)[0] - at('feature', angleX, angleY, side * EYE.inner, P.eyeY)[0],
  ),
  height: at('feature', angleX, angleY, side * P.eyeX, EYE.bottom)[1] - at('feature', angleX, angleY, side * P.eyeX, EYE.top)[1],
})

describe('a turned head', () => {
  it('narrows the far eye a little and keeps its height', () => {
    for (const side of [-1, 1])
      for (const angleY of ANGLES) {
        const [calm, far, near] = [eyeSize(side, 0, angleY), eyeSize(side, 30 * side, angleY), eyeSize(side, -30 * side, angleY)]
        expect(far.width / calm.width).toBeGreaterThan(0.78)
        expect(far.width / calm.width).toBeLessThan(0.92)
        expect(Math.abs(near.width / calm.width - 1)).toBeLessThan(0.1)
        for (const { height } of [far, near]) expect(Math.abs(height / calm.height - 1)).toBeLessThan(0.05)
      }
  })

  it('is the mirror image of the other turn', () => {
    for (const name of ['face', 'feature', 'bangs', 'phones', 'ear'] as const)
      for (const [dx, y] of [
        [0, 700],
        [138, 748],
        [255, 820],
        [-340, 500],
      ] as const) {
        const [right, left] = [at(name, 30, 15, dx, y), at(name, -30, 15, -dx, y)]
        expect(right[0] - P.axisX).toBeCloseTo(P.axisX - left[0], 6)
        expect(right[1]).toBeCloseTo(left[1], 6)
      }
  })

  it('folds nothing', () => {
    for (const name of ['face', 'feature', 'cap', 'bangs', 'phones'] as const)
      for (const angleX of ANGLES)
        for (const angleY of ANGLES)
          for (const y of [240, 400, 560, 748, 874, 1000]) {
            const across = Array.from({ length: 29 }, (_, i) => at(name, angleX, angleY, -364 + i * 26, y)[0])
            for (let i = 1; i < across.length; i++)
              expect(across[i]! - across[i - 1]!, `${name} ${angleX} ${angleY}`).toBeGreaterThan(8)
          }
  })

  it('keeps fringe and headband together at the crown and on the far side', () => {
    for (const angleX of ANGLES)
      for (const angleY of ANGLES) {
        const crown = at('bangs', angleX, angleY, 40, 188)[1] - at('phones', angleX, angleY, 40, 180)[1]
        expect(Math.abs(crown - 8), `${angleX} ${angleY}`).toBeLessThan(16)
        const far = Math.sign(angleX) || 1
        const beyond = far * (at('bangs', angleX, angleY, far * 352, 560)[0] - at('phones', angleX, angleY, far * 366, 560)[0])
        expect(beyond, `${angleX} ${angleY}`).toBeLessThan(6)
      }
  })
})
