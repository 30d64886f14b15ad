// OBS as Psiona knows it: how the connection is, what is on air, what may be done there, and rules that do it.
import { z } from 'zod'
import { StreamEvent } from './happening'
import { Slug } from './ids'
import { EmotionName } from './mood'

const obsName = z.string().min(1).max(200)

/** What a scene means: before the show, the show, a break, the end of it. */
export const Moment = z.enum(['starting', 'live', 'break', 'ending'])
export type Moment = z.infer<typeof Moment>

/** One thing done in OBS. What takes it back is such an action as well. */
export const ObsAction = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('scene'), scene: obsName }),
  z.strictObject({ do: z.literal('source'), scene: obsName, source: obsName, visible: z.boolean() }),
  z.strictObject({ do: z.literal('filter'), source: obsName, filter: obsName, enabled: z.boolean() }),
  z.strictObject({ do: z.literal('mute'), input: obsName, muted: z.boolean() }),
  /** −100 is silence. */
  z.strictObject({ do: z.literal('volume'), input: obsName, db: z.number().min(-100).max(26) }),
])
export type ObsAction = z.infer<typeof ObsAction>

export const RuleTrigger = z.discriminatedUnion('on', [
  z.strictObject({ on: z.literal('emotion'), emotion: EmotionName, atLeast: z.number().min(0).max(1).default(0.7) }),
  /** `atLeast`: bits, viewers, months …; 0 = any. */
  z.strictObject({ on: z.literal('event'), event: StreamEvent, atLeast: z.number().min(0).default(0) }),
  z.strictObject({ on: z.literal('speaking') }),
  z.strictObject({ on: z.literal('panic') }),
])
export type RuleTrigger = z.infer<typeof RuleTrigger>

export const ObsRule = z.strictObject({
  id: Slug,
  title: z.string().min(1).max(80),
  enabled: z.boolean().default(true),
  when: RuleTrigger,
  /** Done in this order. */
  does: z.array(ObsAction).min(1).max(8),
  /** 'over': when the trigger is (of an event: at once). */
  back: z
    .discriminatedUnion('after', [
      z.strictObject({ after: z.literal('seconds'), seconds: z.number().min(0.5).max(3600) }),
      z.strictObject({ after: z.literal('over') }),
      z.strictObject({ after: z.literal('never') }),
    ])
    .default({ after: 'seconds', seconds: 5 }),
  /** At least so long between two times. */
  restSeconds: z.number().min(0).max(3600).default(10),
})
export type ObsRule = z.infer<typeof ObsRule>

export const ObsSettings = z.strictObject({
  on: z.boolean().default(false),
  host: z
    .string()
    .min(1)
    .max(253)
    .regex(/^[^\s/@]+$/, 'a host name or address, without path')
    .default('127.0.0.1'),
  port: z.number().int().min(1).max(65_535).default(4455),
  rules: z
    .array(ObsRule)
    .max(50)
    .refine((rules) => new Set(rules.map(({ id }) => id)).size === rules.length, 'Two rules have the same id.')
    .default([]),
  /** While she speaks these get quieter. */
  duck: z
    .strictObject({
      on: z.boolean().default(false),
      inputs: z.array(obsName).max(20).default([]),
      byDb: z.number().min(1).max(40).default(10),
      /** Down within, ms. */
      attackMs: z.number().min(0).max(1000).default(150),
      /** Up again within, ms. */
      releaseMs: z.number().min(0).max(5000).default(600),
    })
    .prefault({}),
  /** What scenes mean, by name; those not named here are guessed from their names. */
  moments: z.record(obsName, Moment).default({}),
  /** What she does in a scene of that kind. */
  silentIn: z.array(Moment).default(['starting', 'break']),
  /** What she says, as captions of the stream (CEA-608: Latin scripts only). */
  captions: z.boolean().default(false),
})
export type ObsSettings = z.infer<typeof ObsSettings>

export const ObsLink = z.enum(['off', 'connecting', 'connected', 'waiting', 'no-password', 'wrong-password', 'too-old'])
export type ObsLink = z.infer<typeof ObsLink>

/** One step of the setup: what it is, whether it stands, and what to click when we cannot do it. */
export const ObsStep = z.object({
  id: z.enum(['scene', 'browser-source', 'in-scene', 'own-audio', 'monitoring', 'track', 'studio-mode']),
  title: z.string(),
  state: z.enum(['done', 'open', 'by-hand']),
  /** What to click, in OBS's own words; '' when there is nothing to do. */
  toDo: z.string(),
})
export type ObsStep = z.infer<typeof ObsStep>

export const ObsState = z.object({
  link: ObsLink,
  /** What is so and what to do; '' while all is well. */
  detail: z.string(),
  /** 'OBS 30.2.3, obs-websocket 5.5.2'; '' while unknown. */
  version: z.string(),
  hasPassword: z.boolean(),
  /** The scene viewers see; '' while unknown. */
  scene: z.string(),
  scenes: z.array(z.object({ name: z.string(), moment: Moment.nullable(), guessed: z.boolean() })),
  /** Of the scene viewers see. */
  sources: z.array(z.object({ name: z.string(), kind: z.string(), visible: z.boolean() })),
  inputs: z.array(
    z.object({
      name: z.string(),
      kind: z.string(),
      /** Null: it makes no sound. */
      audio: z.object({ muted: z.boolean(), db: z.number() }).nullable(),
      filters: z.array(z.object({ name: z.string(), kind: z.string(), enabled: z.boolean() })),
    }),
  ),
  streaming: z.boolean(),
  recording: z.enum(['no', 'yes', 'paused']),
  studioMode: z.boolean(),
  /** How hard OBS works; null while unknown. Shares 0..1, of the last seconds. */
  load: z.object({ cpuPercent: z.number(), fps: z.number(), lateFrames: z.number(), skippedFrames: z.number() }).nullable(),
  setup: z.array(ObsStep),
  /** Rules that are in force at this moment, by id. */
  inForce: z.array(z.string()),
  ducking: z.boolean(),
})
export type ObsState = z.infer<typeof ObsState>

/** Whether anybody watches, and what kind of scene it is. `known`: OBS says so; otherwise nobody does. */
export interface Air {
  readonly known: boolean
  readonly onAir: boolean
  readonly moment: Moment | null
}
