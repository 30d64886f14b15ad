import { expect, test } from 'vitest'
import { labelPlaces } from './label-places'

const label = (start: number, end: number, width: number) => ({ start, end, width })
const lefts = (...args: Parameters<typeof labelPlaces>) =>
  labelPlaces(...args).map((place) => (place && !place.over ? place.left : null))

test('a label stands in the middle of its stretch', () => {
  expect(lefts([label(0, 100, 40), label(100, 200, 20)], 300, 1)).toEqual([30, 140])
})
test('one that would be covered moves on a little, or is left without a place of its own', () => {
  expect(lefts([label(0, 30, 40), label(30, 60, 40), label(60, 70, 40)], 300, 1)).toEqual([0, null, 45])
})
test('with a second row there is room for it', () => {
  const labels = [label(0, 30, 40), label(30, 60, 40), label(60, 70, 40)]
  expect(labelPlaces(labels, 300, 2)).toEqual([
    { row: 0, left: 0, over: false },
    { row: 1, left: 25, over: false },
    { row: 0, left: 45, over: false },
  ])
})
test('nothing leaves the room on either side, and what is outside has no place', () => {
  expect(lefts([label(-20, 10, 30), label(290, 300, 30)], 300, 1)).toEqual([0, 270])
  expect(labelPlaces([label(-90, -10, 30), label(310, 400, 30)], 300, 1)).toEqual([null, null])
})
test('in a row none covers another', () => {
  const labels = Array.from({ length: 60 }, (_, index) => label(index * 17, index * 17 + 17, 10 + ((index * 7) % 30)))
  const places = labelPlaces(labels, 900, 2)
  for (const row of [0, 1]) {
    const ends = places.flatMap((place, index) =>
      place && !place.over && place.row === row ? [{ left: place.left, right: place.left + labels[index]!.width }] : [],
    )
    ends.slice(1).forEach(({ left }, index) => {
      expect(left).toBeGreaterThanOrEqual(ends[index]!.right)
    })
  }
})
