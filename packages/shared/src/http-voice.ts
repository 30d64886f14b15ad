// The part of the API that is about her voice: trying it out, comparing it, voices to imitate, and what listeners said.
import { z } from 'zod'
import { VoiceDials } from './character'
import { LanguageTag, Slug } from './ids'
import { Emotion } from './mood'
import { Rating, RatingAnswer, RatingKind, RatingRound } from './rating'
import { done, route } from './route'
import { VoiceChoice } from './settings'
import { VoiceReference } from './voice-reference'

/** A voice that dials alone make. */
export const NamedVoice = z.object({ id: Slug, title: z.string(), detail: z.string(), dials: VoiceDials })
export type NamedVoice = z.infer<typeof NamedVoice>
/** An engine that can be had on this machine now. */
export const FoundVoice = z.object({ choice: VoiceChoice, title: z.string(), detail: z.string() })
export type FoundVoice = z.infer<typeof FoundVoice>
export const VoicesReply = z.object({ voices: z.array(NamedVoice), engines: z.array(FoundVoice) })
export type VoicesReply = z.infer<typeof VoicesReply>

export const RenderVoiceRequest = z.strictObject({
  text: z.string().min(1).max(1000),
  /** The settings' choice when absent. */
  engine: VoiceChoice.optional(),
  /** For the ψ engine: the character's dials when absent. */
  dials: VoiceDials.optional(),
  emotion: Emotion.default({}),
  /** The character's when absent. */
  language: LanguageTag.optional(),
  seed: z
    .number()
    .int()
    .min(0)
    .max(2 ** 31)
    .default(1),
})
export type RenderVoiceRequest = z.infer<typeof RenderVoiceRequest>

const span = { start: z.number(), end: z.number() }
export const RenderedVoice = z.object({
  /** A wav file (24 kHz, mono, 16 bit) with its AI mark, base64. */
  wav: z.string(),
  audioSeconds: z.number(),
  renderMs: z.number(),
  /** Integrated loudness, LUFS (BS.1770), and true peak, dBTP; null for silence. */
  loudnessLufs: z.number().nullable(),
  truePeakDbtp: z.number().nullable(),
  /** Face channels by name; frame i belongs to second i/60. Values in the order of `channels`. */
  face: z.object({ fps: z.number(), channels: z.array(z.string()), frames: z.array(z.array(z.number())) }),
  words: z.array(z.object({ text: z.string(), ...span })),
  /** Empty where the engine tells no phones. */
  visemes: z.array(z.object({ phoneme: z.string(), viseme: z.string(), ...span })),
  /** Subtitle files, word by word. */
  captions: z.object({ vtt: z.string(), srt: z.string() }),
  /** The mouth as other programs know it: 'oculus' (15 visemes), 'arkit' (blendshapes), 'aiueo'. */
  visemeStreams: z.array(
    z.object({ set: z.string(), fps: z.number(), channels: z.array(z.string()), frames: z.array(z.array(z.number())) }),
  ),
  /** What listeners should know: language read by English rules, word times estimated … */
  notes: z.array(z.string()),
})
export type RenderedVoice = z.infer<typeof RenderedVoice>

export const ReferenceUpload = z.strictObject({
  name: z.string().min(1).max(60),
  /** Whose voice it is. */
  speaker: z.string().min(1).max(100),
  consent: VoiceReference.shape.consent.omit({ at: true }),
  /** A wav file, base64; 3 to 60 seconds. */
  wav: z.string().min(1).max(16_000_000),
})
export type ReferenceUpload = z.infer<typeof ReferenceUpload>

export const RoundRequest = z.strictObject({
  kind: RatingKind,
  /** Whose voices; her own in the chosen character's dials when empty. For 'ab' two or more. */
  engines: z.array(VoiceChoice).max(8).default([]),
  /** Voices by dials that take part as well. */
  voices: z.array(Slug).max(12).default([]),
  questions: z.number().int().min(1).max(40).default(10),
})
export type RoundRequest = z.infer<typeof RoundRequest>

export const VOICE_ROUTES = [
  route({
    name: 'putDials',
    method: 'PUT',
    path: '/api/characters/:id/dials',
    summary: 'Write all dials into a character file; everything else in it stays as it is, comments too.',
    token: 'control',
    request: z.strictObject({ dials: VoiceDials }),
    response: z.object({ yaml: z.string(), before: z.string() }),
  }),
  route({
    name: 'listVoices',
    method: 'GET',
    path: '/api/voices',
    summary: 'Voices by dials, and the engines that can be had on this machine.',
    token: 'control',
    response: VoicesReply,
  }),
  route({
    name: 'renderVoice',
    method: 'POST',
    path: '/api/voice/render',
    summary: 'Speak a text into a wav file with its face, words and visemes; nobody hears it but you.',
    token: 'control',
    request: RenderVoiceRequest,
    response: RenderedVoice,
  }),
  route({
    name: 'listReferences',
    method: 'GET',
    path: '/api/voice/references',
    summary: 'Recordings of voices that may be imitated, each with its consent.',
    token: 'control',
    response: z.object({ references: z.array(VoiceReference) }),
  }),
  route({
    name: 'addReference',
    method: 'POST',
    path: '/api/voice/references',
    summary: 'Keep a recording of a voice together with the consent of whose voice it is.',
    token: 'control',
    request: ReferenceUpload,
    bodyLimitBytes: 16_500_000,
    response: VoiceReference,
  }),
  route({
    name: 'removeReference',
    method: 'DELETE',
    path: '/api/voice/references/:id',
    summary: 'Remove a recording and its consent from the disk.',
    token: 'control',
    response: done,
  }),
  route({
    name: 'listRatings',
    method: 'GET',
    path: '/api/ratings',
    summary: 'All answers that listeners gave.',
    token: 'control',
    response: z.object({ ratings: z.array(Rating) }),
  }),
  route({
    name: 'drawRound',
    method: 'POST',
    path: '/api/ratings/rounds',
    summary: 'A blind round: what to play, in an order that tells nothing.',
    token: 'control',
    request: RoundRequest,
    response: RatingRound,
  }),
  route({
    name: 'ratedSound',
    method: 'GET',
    path: '/api/ratings/sounds/:key',
    summary: 'A sound of a round.',
    token: 'control',
    response: z.object({ wav: z.string() }),
  }),
  route({
    name: 'addRating',
    method: 'POST',
    path: '/api/ratings',
    summary: 'Keep one answer of a listener.',
    token: 'control',
    request: RatingAnswer,
    response: Rating,
  }),
  route({
    name: 'wipeRatings',
    method: 'DELETE',
    path: '/api/ratings',
    summary: 'Remove all answers.',
    token: 'control',
    response: z.object({ removed: z.number().int() }),
  }),
] as const
