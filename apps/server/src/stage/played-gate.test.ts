// Which reports of the sounding client are believed.
import { BLOCK_SAMPLES } from '@psiona/shared'
import { expect, test } from 'vitest'
import { fakeClock } from '../../../../tests/fakes/clock'
import { createPlayedGate } from './played-gate'

const START = 100
const block = (blockId: number) => ({ blockId, atSample: blockId * BLOCK_SAMPLES })

function gateWith(blocks: number) {
  const clock = fakeClock()
  const gate = createPlayedGate(clock)
  for (let blockId = START; blockId < START + blocks; blockId++) gate.sent(block(blockId))
  return { clock, gate }
}

test('[R64] a block that was sent counts once, and nothing before it counts after', () => {
  const { gate } = gateWith(10)
  expect(gate.lets(block(START + 3))).toBe(true)
  for (const old of [START + 3, START + 2, START]) expect(gate.lets(block(old))).toBe(false)
  expect(gate.lets(block(START + 9))).toBe(true)
})

test('[R64] blocks that were never sent, or long ago, do not count', () => {
  const { gate } = gateWith(2000)
  for (const blockId of [0, START - 1, START, START + 1000, START + 2000, 2 ** 31, 2 ** 53])
    expect(gate.lets(block(blockId))).toBe(false)
  expect(gate.lets(block(START + 1999))).toBe(true)
})

test('[R64] the sample must lie in the block', () => {
  const { gate } = gateWith(10)
  const { blockId, atSample } = block(START + 5)
  for (const wrong of [atSample - 1, atSample + BLOCK_SAMPLES, 0, 1e15])
    expect(gate.lets({ blockId, atSample: wrong })).toBe(false)
  expect(gate.lets({ blockId, atSample: atSample + BLOCK_SAMPLES - 1 })).toBe(true)
})

test('[R64] no more than 120 reports a second are looked at', async () => {
  const { clock, gate } = gateWith(500)
  let believed = 0
  for (let blockId = START; blockId < START + 500; blockId++) if (gate.lets(block(blockId))) believed++
  expect(believed).toBe(120)
  await clock.advance(100)
  gate.restart()
  for (let blockId = START; blockId < START + 500; blockId++) if (gate.lets(block(blockId))) believed++
  expect(believed).toBe(132)
})

test('[R64] another client may stand further back', () => {
  const { gate } = gateWith(10)
  expect(gate.lets(block(START + 8))).toBe(true)
  gate.restart()
  expect(gate.lets(block(START + 4))).toBe(true)
})
