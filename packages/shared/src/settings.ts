// What the user chose, kept in PSIONA_DATA/settings.json. Defaults make a first run work with nothing chosen.
import { z } from 'zod'
import { Slug } from './ids'

const httpUrl = z.url({ protocol: /^https?$/ }).max(300)

export const MindChoice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('builtin') }),
  z.strictObject({ kind: z.literal('openai'), baseUrl: httpUrl, model: z.string().min(1).max(200) }),
])
export type MindChoice = z.infer<typeof MindChoice>

export const SubtitleStyle = z.enum(['off', 'plain', 'boxed'])
export type SubtitleStyle = z.infer<typeof SubtitleStyle>

export const Settings = z
  .strictObject({
    schema: z.literal(1).default(1),
    character: Slug.default('tori'),
    mind: MindChoice.default({ kind: 'builtin' }),
    twitch: z
      .strictObject({
        /** Channel to read, without '#'; empty = off. */
        channel: z
          .string()
          .toLowerCase()
          .regex(/^(?:[a-z0-9_]{2,25})?$/, 'a Twitch channel name: 2 to 25 letters, digits or _')
          .default(''),
      })
      .prefault({}),
    overlay: z.strictObject({ subtitles: SubtitleStyle.default('boxed'), badge: z.boolean().default(true) }).prefault({}),
  })
  .meta({ id: 'Settings' })
export type Settings = z.infer<typeof Settings>

export const defaultSettings = (): Settings => Settings.parse({})
