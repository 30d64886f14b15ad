// The engine's feelings and the drawing's poses say the same: the engine may not import the drawing, so the two tables are held together here.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { EMOTION_POSES } from '../packages/psi/src/emotion-face'
import { root } from './checkout'

const Drawn = z.record(z.string(), z.record(z.string(), z.number()))
const drawn = Drawn.parse(JSON.parse(readFileSync(join(root, 'live2d-models/tori/expressions.json'), 'utf8')))

describe('poses', () => {
  it.each(['joy', 'sadness', 'anger', 'fear', 'surprise', 'disgust', 'affection', 'calm'] as const)(
    '%s is felt as it is drawn',
    (name) => {
      const pose = drawn[name] ?? {}
      for (const [channel, value] of Object.entries(EMOTION_POSES[name]))
        expect([channel, value]).toEqual([channel, pose[channel]])
    },
  )
})
