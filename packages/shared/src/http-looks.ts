// The part of the API that is about her looks: models and the doctor, the Cubism Core, what she wears, what flies over the picture.
import { z } from 'zod'
import { Slug } from './ids'
import { EffectKind, SceneModel } from './look'
import { ModelReport } from './model-report'
import { ModelSheet } from './model-sheet'
import { done, route } from './route'

export const ModelCard = z.object({
  id: Slug,
  title: z.string(),
  licence: z.string(),
  /** Ships with Psiona: cannot be removed. */
  builtIn: z.boolean(),
  /** The chosen character's. */
  worn: z.boolean(),
  draws: z.enum(['live2d', 'puppet', 'both']),
  /** Of the report's findings. */
  counts: z.object({ broken: z.number().int(), lacking: z.number().int(), mended: z.number().int() }),
  bytes: z.number().int(),
})
export type ModelCard = z.infer<typeof ModelCard>

/** `removed`: what can be put back. */
export const AvatarList = z.object({ models: z.array(ModelCard), removed: z.array(z.object({ id: Slug, title: z.string() })) })
export type AvatarList = z.infer<typeof AvatarList>

/** Live2D's Cubism Core on this machine: proprietary, never shipped, kept in PSIONA_DATA/cubism. */
export const CoreState = z.object({
  state: z.enum(['missing', 'fetching', 'ready', 'trouble']),
  /** 'Cubism Core 5.1.0', '' while unknown. */
  version: z.string(),
  /** The newest .moc3 format it reads; 0 while unknown. */
  newestFormat: z.number().int(),
  /** Where a page loads it, null unless ready. */
  url: z.string().nullable(),
  /** What is wrong and what to do; '' when nothing is. */
  detail: z.string(),
  fetchedBytes: z.number().int(),
  totalBytes: z.number().int().nullable(),
  licence: z.object({
    name: z.string(),
    url: z.string(),
    /** What it asks for, in our words, one point each. */
    summary: z.array(z.string()),
    /** The version the acceptance is for. */
    version: z.string(),
    accepted: z.object({ at: z.number(), version: z.string() }).nullable(),
  }),
})
export type CoreState = z.infer<typeof CoreState>

export const LookState = z.object({
  scene: SceneModel,
  variants: z.array(z.object({ id: Slug, title: z.string(), worn: z.boolean(), why: z.string() })),
  outfits: z.array(z.object({ id: Slug, title: z.string(), worn: z.boolean() })),
  accessories: z.array(z.object({ id: Slug, title: z.string(), on: z.boolean() })),
})
export type LookState = z.infer<typeof LookState>

/** Held until the server ends, or until it is taken back with null. */
export const LookChange = z.strictObject({
  /** Null: back to what the character file says. */
  variant: Slug.nullable().optional(),
  outfit: Slug.nullable().optional(),
  accessories: z.record(Slug, z.boolean()).optional(),
})
export type LookChange = z.infer<typeof LookChange>

/** Zips are streamed to the disk, never held in memory. */
export const MODEL_ZIP_BYTES = 500 * 1024 * 1024
/** The Core is about 200 kB. */
export const CORE_BYTES = 8 * 1024 * 1024

/** What of a character file the panel writes; everything else in it stays. */
export const AppearanceChange = z.strictObject({
  model: Slug.optional(),
  outfit: Slug.optional(),
  accessories: z.record(Slug, z.boolean()).optional(),
})
export type AppearanceChange = z.infer<typeof AppearanceChange>

export const LOOKS_ROUTES = [
  route({
    name: 'putAppearance',
    method: 'PUT',
    path: '/api/characters/:id/appearance',
    summary: 'Write model, outfit or accessories into a character file; everything else in it stays as it is, comments too.',
    token: 'control',
    request: AppearanceChange,
    response: z.object({ yaml: z.string(), before: z.string() }),
  }),
  route({
    name: 'listAvatars',
    method: 'GET',
    path: '/api/avatars',
    summary: 'The Live2D models and puppets that are there.',
    token: 'control',
    response: AvatarList,
  }),
  route({
    name: 'importAvatar',
    method: 'POST',
    path: '/api/avatars',
    summary: 'Take in a zip of a Live2D model: it is checked, diagnosed, mended and mapped; what cannot be used changes nothing.',
    token: 'control',
    upload: 'application/zip',
    bodyLimitBytes: MODEL_ZIP_BYTES,
    query: z.object({ name: z.string().max(200).default('') }),
    response: ModelReport,
  }),
  route({
    name: 'getAvatar',
    method: 'GET',
    path: '/api/avatars/:id',
    summary: 'One model: what Psiona knows of it, and what the doctor found.',
    token: 'control',
    response: z.object({ sheet: ModelSheet, suggested: ModelSheet, report: ModelReport, scene: SceneModel }),
  }),
  route({
    name: 'putAvatar',
    method: 'PUT',
    path: '/api/avatars/:id',
    summary: 'Write the sheet of a model: mapping, outfits, accessories.',
    token: 'control',
    request: ModelSheet,
    response: ModelSheet,
  }),
  route({
    name: 'removeAvatar',
    method: 'DELETE',
    path: '/api/avatars/:id',
    summary: 'Take a model out; it can be put back until the server ends.',
    token: 'control',
    response: done,
  }),
  route({
    name: 'restoreAvatar',
    method: 'POST',
    path: '/api/avatars/:id/restore',
    summary: 'Put back a model that was taken out.',
    token: 'control',
    response: done,
  }),
  route({
    name: 'cubism',
    method: 'GET',
    path: '/api/cubism',
    summary: 'The Cubism Core: there or not, and its licence.',
    token: 'control',
    response: CoreState,
  }),
  route({
    name: 'fetchCubism',
    method: 'POST',
    path: '/api/cubism',
    summary: 'Fetch the Cubism Core from Live2D, having accepted its licence.',
    token: 'control',
    request: z.strictObject({ accept: z.literal(true), licenceVersion: z.string().max(40) }),
    response: CoreState,
  }),
  route({
    name: 'putCubism',
    method: 'PUT',
    path: '/api/cubism',
    summary: 'Keep a live2dcubismcore.min.js that was dropped in, having accepted its licence.',
    token: 'control',
    upload: 'text/javascript',
    bodyLimitBytes: CORE_BYTES,
    query: z.object({ licenceVersion: z.string().max(40) }),
    response: CoreState,
  }),
  route({
    name: 'removeCubism',
    method: 'DELETE',
    path: '/api/cubism',
    summary: 'Remove the Cubism Core and the record of its licence.',
    token: 'control',
    response: CoreState,
  }),
  route({
    name: 'look',
    method: 'GET',
    path: '/api/look',
    summary: 'How she looks now, and what else she could wear.',
    token: 'control',
    response: LookState,
  }),
  route({
    name: 'putLook',
    method: 'PUT',
    path: '/api/look',
    summary: 'Put something on her: a variant, an outfit, accessories.',
    token: 'control',
    request: LookChange,
    response: LookState,
  }),
  route({
    name: 'showEffect',
    method: 'POST',
    path: '/api/effects',
    summary: 'Let something fly over the overlay once.',
    token: 'control',
    request: z.strictObject({
      kind: EffectKind,
      strength: z.number().min(0).max(1).default(0.7),
      caption: z.string().max(120).default(''),
    }),
    response: done,
  }),
] as const
