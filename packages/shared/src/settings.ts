// What the user chose, kept in PSIONA_DATA/settings.json. Defaults make a first run work with nothing chosen.
import { z } from 'zod'
import { ChatSettings } from './chat-settings'
import { LanguageTag, Slug } from './ids'
import { LoadSettings } from './load'
import { EffectKind } from './look'
import { MicMode } from './mic-wire'
import { ObsSettings } from './obs'
import { SafetySettings } from './safety'
import { TwitchSettings } from './twitch'

/** No system takes a NUL in what it starts. */
const argument = z
  .string()
  .max(500)
  .refine((text) => !text.includes('\0'), 'text without NUL characters')
/** Started without a shell. */
const program = { command: argument.min(1), args: z.array(argument).max(40) }
const httpUrl = z.url({ protocol: /^https?$/ }).max(300)

export const MindChoice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('builtin') }),
  z.strictObject({ kind: z.literal('openai'), baseUrl: httpUrl, model: z.string().min(1).max(200) }),
])
export type MindChoice = z.infer<typeof MindChoice>

export const SubtitleStyle = z.enum(['off', 'plain', 'boxed', 'outlined', 'karaoke', 'one-word'])
export type SubtitleStyle = z.infer<typeof SubtitleStyle>

/** What the picture costs: 'auto' goes down when frames come late, and up again. */
export const Quality = z.enum(['auto', 'low', 'medium', 'high'])
export type Quality = z.infer<typeof Quality>
/** Where she looks when she has nothing of her own to look at. */
export const GazeTarget = z.enum(['nobody', 'pointer', 'chat', 'camera'])
export type GazeTarget = z.infer<typeof GazeTarget>
/** What sets off an effect on the overlay. */
export const EFFECT_TRIGGERS = [
  'joy',
  'affection',
  'surprise',
  'sadness',
  'anger',
  'first-message',
  'follow',
  'subscription',
  'gift',
  'bits',
  'raid',
  'redeem',
] as const
export const EffectTrigger = z.enum(EFFECT_TRIGGERS)
export type EffectTrigger = z.infer<typeof EffectTrigger>

export const OverlaySettings = z.strictObject({
  subtitles: SubtitleStyle.default('boxed'),
  /** Times the usual size. */
  subtitleScale: z.number().min(0.5).max(3).default(1),
  subtitlePlace: z.enum(['bottom', 'top', 'beside']).default('bottom'),
  /** Kept free at every edge, percent of the picture's side: 5 is what broadcasters call title-safe. */
  safeAreaPercent: z.number().min(0).max(20).default(5),
  badge: z.boolean().default(true),
  /** Frames drawn a second; 'screen' = as many as the screen shows. */
  fps: z.union([z.literal('screen'), z.literal(24), z.literal(30), z.literal(60)]).default('screen'),
  quality: Quality.default('auto'),
  /** 'puppet' draws her without Live2D even where it could. */
  renderer: z.enum(['auto', 'puppet']).default('auto'),
  gaze: GazeTarget.default('pointer'),
  bubbles: z
    .strictObject({
      on: z.boolean().default(false),
      side: z.enum(['left', 'right']).default('left'),
      staysSeconds: z.number().min(2).max(60).default(8),
      which: z.enum(['picked', 'all']).default('picked'),
    })
    .prefault({}),
  effects: z
    .strictObject({
      on: z.boolean().default(true),
      /** What flies when. Absent = nothing. */
      by: z.partialRecord(EffectTrigger, EffectKind).default({
        affection: 'hearts',
        'first-message': 'sparkles',
        follow: 'stars',
        subscription: 'confetti',
        gift: 'confetti',
        bits: 'fireworks',
        raid: 'confetti',
        redeem: 'sparkles',
      }),
    })
    .prefault({}),
})
export type OverlaySettings = z.infer<typeof OverlaySettings>

export const RecogniserChoice = z.discriminatedUnion('kind', [
  /** The best that is there: an installed model, else the page's own recognition, else none. */
  z.strictObject({ kind: z.literal('auto') }),
  z.strictObject({ kind: z.literal('none') }),
  /** An installed model of the catalogue. */
  z.strictObject({ kind: z.literal('sherpa'), model: Slug }),
  /** Any server with /audio/transcriptions. */
  z.strictObject({ kind: z.literal('openai'), baseUrl: httpUrl, model: z.string().min(1).max(200) }),
  /** A program; {wav} in an argument is replaced by the path of a wav file (16 kHz mono), what it prints is the text. No shell. */
  z.strictObject({ kind: z.literal('command'), ...program }),
  /** The recognition of the page that has the microphone, on the device only. */
  z.strictObject({ kind: z.literal('page') }),
])
export type RecogniserChoice = z.infer<typeof RecogniserChoice>

/** Where her microphone is: in a page (panel or phone), or a program of this machine that prints raw 16 kHz mono i16. */
export const CaptureChoice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('page') }),
  z.strictObject({ kind: z.literal('command'), ...program }),
])
export type CaptureChoice = z.infer<typeof CaptureChoice>

export const Hearing = z.strictObject({
  recogniser: RecogniserChoice.default({ kind: 'auto' }),
  language: LanguageTag.default('en-US'),
  capture: CaptureChoice.default({ kind: 'page' }),
  mode: MicMode.default('open'),
  /** The mute button outlives a restart. */
  muted: z.boolean().default(false),
  /** Silence after which somebody has finished, ms. */
  pauseMs: z.number().int().min(200).max(2000).default(500),
  /** How much quieter she gets when spoken over, dB. */
  duckDb: z.number().min(0).max(40).default(14),
})
export type Hearing = z.infer<typeof Hearing>

/** What is kept of hearing beside the conversation itself: nothing, unless asked for. */
const keepDays = z.number().int().min(1).max(3650)
export const Traces = z.strictObject({
  /** Each utterance as a wav file. */
  recordings: z.strictObject({ on: z.boolean().default(false), keepDays: keepDays.default(7) }).prefault({}),
  /** What happened and when, never what was said, as JSON lines. */
  events: z.strictObject({ on: z.boolean().default(false), keepDays: keepDays.default(30) }).prefault({}),
  /** Tell the owner's voice from a guest's. */
  voices: z.strictObject({ on: z.boolean().default(false) }).prefault({}),
})
export type Traces = z.infer<typeof Traces>

/** Whose voice she has. The face follows whichever it is. */
const speed = z.number().min(0.5).max(2).default(1)
export const VoiceChoice = z.discriminatedUnion('kind', [
  /** Her own, with the dials of the character. */
  z.strictObject({ kind: z.literal('psi') }),
  /** An installed model of the catalogue; `speaker` where it has several. */
  z.strictObject({ kind: z.literal('sherpa'), model: Slug, speaker: z.number().int().min(0).max(9999).default(0), speed }),
  /** Any server with /audio/speech. `reference`: a stored recording with consent, for servers that imitate a voice. */
  z.strictObject({
    kind: z.literal('openai'),
    baseUrl: httpUrl,
    model: z.string().min(1).max(200),
    voice: z.string().min(1).max(200),
    speed,
    reference: Slug.optional(),
  }),
])
export type VoiceChoice = z.infer<typeof VoiceChoice>

export const Settings = z
  .strictObject({
    schema: z.literal(1).default(1),
    character: Slug.default('tori'),
    mind: MindChoice.default({ kind: 'builtin' }),
    voice: VoiceChoice.default({ kind: 'psi' }),
    hearing: Hearing.prefault({}),
    traces: Traces.prefault({}),
    twitch: TwitchSettings.prefault({}),
    chat: ChatSettings.prefault({}),
    obs: ObsSettings.prefault({}),
    safety: SafetySettings.prefault({}),
    load: LoadSettings.prefault({}),
    overlay: OverlaySettings.prefault({}),
  })
  .meta({ id: 'Settings' })
export type Settings = z.infer<typeof Settings>

export const defaultSettings = (): Settings => Settings.parse({})
