import { expect, test } from 'vitest'
import { figureText, typedFigure } from './typed-figure'

test('a figure is read as people type it, and held within its bounds', () => {
  expect([typedFigure('−1,5'), typedFigure(' 2.25 '), typedFigure('40', -30, 30), typedFigure('-40', -30, 30)]).toEqual([
    -1.5, 2.25, 30, -30,
  ])
})

test('what is no figure is none', () => {
  expect([typedFigure(''), typedFigure('x'), typedFigure('1/2')]).toEqual([null, null, null])
})

test('what is shown can be typed again', () => {
  expect(figureText(-0.12345)).toBe('−0.123')
  expect(typedFigure(figureText(-0.12345))).toBe(-0.123)
})
