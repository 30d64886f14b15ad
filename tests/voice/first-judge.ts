// What the first judge said, as stored, flows out: the yardstick of the second one.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { root } from '../checkout'

const Voice = z.object({
  spokenSha256: z.string(),
  judgedSha256: z.string(),
  werPercent: z.number(),
  wordsPerMinute: z.number(),
  errors: z.array(z.number()),
  words: z.array(z.number()),
})
const FirstJudge = z.object({
  sentences: z.array(z.string()),
  voices: z.object({ espeak: Voice, flite_kal16: Voice }),
  alignments: z.array(z.array(z.tuple([z.number(), z.number(), z.string()]))),
  lipSync: z.array(
    z.object({
      opennessR: z.number(),
      closureRate: z.number().nullable(),
      lagMs: z.number(),
      silenceOpening: z.number(),
    }),
  ),
  phoneLevels: z.record(z.string(), z.object({ levelsDb: z.array(z.number()), meanMs: z.number(), count: z.number() })),
  noise: z.object({
    seed: z.number(),
    values: z.array(z.number()),
    seedOfTail: z.number(),
    firstBeyond: z.object({ index: z.number(), value: z.number() }),
  }),
})

export const firstJudge = FirstJudge.parse(JSON.parse(readFileSync(join(root, 'tests/voice/first-judge.json'), 'utf8')))
