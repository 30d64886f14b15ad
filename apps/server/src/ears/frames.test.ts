// Re-blocking: pieces of any length up to a frame come out as frames, without a sample lost or added.
import { MIC_CHUNK_SAMPLES } from '@psiona/shared'
import { expect, it } from 'vitest'
import { VAD_FRAME_SAMPLES } from '../organs'
import { createFrames } from './frames'

it('microphone chunks become frames in order', () => {
  const frames = createFrames()
  const out: number[] = []
  for (let chunk = 0; chunk < 80; chunk++) {
    const frame = frames.add(Float32Array.from({ length: MIC_CHUNK_SAMPLES }, (_, i) => chunk * MIC_CHUNK_SAMPLES + i))
    if (frame) {
      expect(frame).toHaveLength(VAD_FRAME_SAMPLES)
      out.push(...frame)
    }
    expect(out.length + frames.waiting).toBe((chunk + 1) * MIC_CHUNK_SAMPLES)
  }
  expect(out).toEqual(Array.from({ length: 50 * VAD_FRAME_SAMPLES }, (_, i) => i))
})

it('a piece as long as a frame is a frame, and what was cleared does not come', () => {
  const frames = createFrames()
  frames.add(new Float32Array(100).fill(1))
  frames.clear()
  expect(frames.waiting).toBe(0)
  expect(frames.add(new Float32Array(VAD_FRAME_SAMPLES).fill(2))?.every((sample) => sample === 2)).toBe(true)
})
