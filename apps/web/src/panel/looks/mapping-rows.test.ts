import { AvatarMap, type ChannelLink, FACE_CHANNELS } from '@psiona/shared'
import { expect, test } from 'vitest'
import { inverted, moved, parameterAt, wholeLink } from './channel-link'
import { CHANNEL_GROUPS } from './channel-words'
import { asSuggested, mappingGroups, movedCount, withRow } from './mapping-rows'

const PARAMETERS = [
  { id: 'ParamMouthOpenY', name: 'Mouth', min: 0, max: 1, default: 0 },
  { id: 'ParamJaw', name: 'Jaw', min: -10, max: 10, default: 0 },
]
const open: ChannelLink = { channel: 'mouthOpen', parameter: 'ParamMouthOpenY', from: [0, 1], to: [0, 1] }
const jaw: ChannelLink = { channel: 'mouthOpen', parameter: 'ParamJaw', from: [0, 1.2], to: [0, 10] }
const map = (links: ChannelLink[]) => AvatarMap.parse({ mouth: 'open-form', links })
const rowsOf = (links: ChannelLink[], suggested: ChannelLink[]) =>
  mappingGroups(links, suggested, PARAMETERS).flatMap(({ rows }) => rows)

test('every channel of the face has its row, once', () => {
  const named = CHANNEL_GROUPS.flatMap(({ channels }) => channels.map(([name]) => name))
  expect(named.toSorted()).toEqual(FACE_CHANNELS.map(({ name }) => name).toSorted())
  expect(rowsOf([], []).map(({ channel }) => channel)).toEqual(named)
})

test('a channel that moves two parameters has two rows, each with its own suggestion', () => {
  const rows = rowsOf([jaw, open], [open, jaw]).filter(({ channel }) => channel === 'mouthOpen')
  expect(rows.map(({ link, suggestion, at }) => [link, suggestion, at])).toEqual([
    [jaw, jaw, 0],
    [open, open, 1],
  ])
  expect(rows.every(asSuggested)).toBe(true)
  expect(movedCount(rows)).toBe(2)
})

test('a row is replaced, taken out or added without touching the others', () => {
  const both = map([open, jaw])
  expect(withRow(both, { at: 0 }, inverted(open)).links).toEqual([{ ...open, to: [1, 0] }, jaw])
  expect(withRow(both, { at: 0 }, null).links).toEqual([jaw])
  expect(withRow(both, { at: null }, open).links).toEqual([open, jaw, open])
  expect(both.links).toEqual([open, jaw])
})

test('what was suggested and is not used, or is used otherwise, is told apart', () => {
  const [free] = rowsOf([], [open])
  expect(free!.suggestion).toEqual(open)
  expect(asSuggested(free!)).toBe(false)
  const [other] = rowsOf([inverted(open)], [open])
  expect(asSuggested(other!)).toBe(false)
})

test('a link to a parameter that the model lacks is marked', () => {
  expect(rowsOf([{ ...open, parameter: 'ParamGone' }], [])[0]!.lost).toBe(true)
})

test('a link writes what its formula says, held at both ends', () => {
  expect(parameterAt(jaw, 0.6)).toBeCloseTo(5)
  expect(parameterAt(jaw, 9)).toBe(10)
  expect(parameterAt(inverted(jaw), 0)).toBe(10)
  expect(parameterAt({ ...jaw, from: [1, 1] }, 1)).toBe(0)
})

test('a new link takes both whole ranges; another parameter keeps what was chosen of the channel', () => {
  expect(wholeLink('angleX', 'ParamJaw', PARAMETERS[1])).toEqual({
    channel: 'angleX',
    parameter: 'ParamJaw',
    from: [-30, 30],
    to: [-10, 10],
  })
  expect(moved({ ...open, from: [0.2, 0.8] }, 'ParamJaw', PARAMETERS[1])).toMatchObject({ from: [0.2, 0.8], to: [-10, 10] })
})
