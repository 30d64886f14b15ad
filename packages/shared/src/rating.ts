// What listeners are asked about voices, and what they answered. Blind: a round says what to play, not who speaks.
import { z } from 'zod'
import { Slug } from './ids'
import { Emotion } from './mood'

/** 'ab': which of two sounds better. 'mos': how natural one is, 1 to 5. 'style': are two of the same mood. */
export const RatingKind = z.enum(['ab', 'mos', 'style'])
export type RatingKind = z.infer<typeof RatingKind>

/** `keys` name the sounds to play, in this order, and tell nothing about them. */
export const RatingQuestion = z.object({ id: Slug, text: z.string(), keys: z.array(Slug).min(1).max(2) })
export type RatingQuestion = z.infer<typeof RatingQuestion>
export const RatingRound = z.object({ id: Slug, kind: RatingKind, questions: z.array(RatingQuestion) })
export type RatingRound = z.infer<typeof RatingRound>

/** ab: 0 = the first, 1 = the second, 0.5 = no difference. mos: 1 to 5. style: 1 = the same, 0 = not. */
const ANSWERS: Readonly<Record<RatingKind, readonly number[]>> = { ab: [0, 0.5, 1], mos: [1, 2, 3, 4, 5], style: [0, 1] }
export const isAnswerTo = (kind: RatingKind, answer: number): boolean => ANSWERS[kind].includes(answer)

export const RatingAnswer = z.strictObject({
  roundId: Slug,
  questionId: Slug,
  answer: z.number().min(0).max(5),
  /** A name the listener chose, or ''. */
  listener: z.string().max(60).default(''),
})
export type RatingAnswer = z.infer<typeof RatingAnswer>

/** What a sound was; told only after it was judged. */
export const RatedSound = z.object({
  /** 'psi:feminine', 'sherpa:kokoro-en/0', 'openai:kokoro/af_heart'; what differs from the usual behind it: ' at 1.2', ' as my-voice'. */
  engine: z.string().max(500),
  emotion: Emotion,
})
export type RatedSound = z.infer<typeof RatedSound>

export const Rating = RatingAnswer.extend({
  kind: RatingKind,
  text: z.string(),
  sounds: z.array(RatedSound).min(1).max(2),
  /** Wall clock, ms since 1970. */
  at: z.number(),
})
export type Rating = z.infer<typeof Rating>
