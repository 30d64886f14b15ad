// What is kept of the microphone before somebody speaks.
import { MIC_RATE } from '@psiona/shared'
import { expect, it } from 'vitest'
import { createPreRoll } from './pre-roll'

const count = (from: number, length: number) => Float32Array.from({ length }, (_, i) => from + i)

it('gives the newest samples, as many as there are', () => {
  const preRoll = createPreRoll()
  preRoll.keep(count(0, 320))
  expect([...preRoll.last(5)]).toEqual([315, 316, 317, 318, 319])
  expect(preRoll.last(1000)).toHaveLength(320)
})

it('keeps a second and no more, over its own edge', () => {
  const preRoll = createPreRoll()
  for (let chunk = 0; chunk < 77; chunk++) preRoll.keep(count(chunk * 320, 320))
  const all = preRoll.last(10 * MIC_RATE)
  expect(all).toEqual(count(77 * 320 - MIC_RATE, MIC_RATE))
})

it('has nothing after it was cleared but what came since', () => {
  const preRoll = createPreRoll()
  preRoll.keep(count(0, 500))
  preRoll.clear()
  preRoll.keep(count(500, 3))
  expect([...preRoll.last(400)]).toEqual([500, 501, 502])
})
