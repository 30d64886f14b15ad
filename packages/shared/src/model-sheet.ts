// What Psiona knows of a model in live2d-models: what draws it, how the face reaches it, what it can wear. The file psiona.json beside it.
import { z } from 'zod'
import { AvatarMap, CubismId } from './avatar-map'
import { Slug } from './ids'

export const MODEL_SHEET_FILE = 'psiona.json'

/** A path inside the model's folder with plain names, as the server hands it out. */
export const ModelPath = z
  .string()
  .max(400)
  .regex(/^[\p{L}\p{N}_.@()+&, -]+(?:\/[\p{L}\p{N}_.@()+&, -]+)*$/u, 'a file inside the folder of the model')
  .refine((path) => path.split('/').every((name) => !name.startsWith('.')), 'names that begin with a dot are not handed out')

/** Values for parameters of the model that no channel moves. */
export const ParameterValues = z.record(CubismId, z.number())
export type ParameterValues = z.infer<typeof ParameterValues>

/** Something she wears or not: values when on, values when off. */
export const Accessory = z.strictObject({
  id: Slug,
  title: z.string().min(1).max(60),
  on: ParameterValues,
  off: ParameterValues,
  byDefault: z.boolean().default(false),
})
export type Accessory = z.infer<typeof Accessory>

export const Outfit = z.strictObject({ id: Slug, title: z.string().min(1).max(60), parameters: ParameterValues })
export type Outfit = z.infer<typeof Outfit>

export const ModelSheet = z.strictObject({
  schema: z.literal(1).default(1),
  title: z.string().min(1).max(80),
  /** Whose it is and under what terms, as far as its folder says. */
  licence: z.string().max(200).default(''),
  /** The model3.json. Null: our own rig only. */
  live2d: z.strictObject({ file: ModelPath }).nullable(),
  /** The rig of the built-in puppet. Null: without the Cubism Core, Tori stands in. */
  puppet: z.strictObject({ file: ModelPath }).nullable(),
  map: AvatarMap,
  /** The first is the usual one. */
  outfits: z.array(Outfit).max(40).default([]),
  accessories: z.array(Accessory).max(60).default([]),
})
export type ModelSheet = z.infer<typeof ModelSheet>
