// Names of things that cross a border. Slugs are file names as well, so they are strict.
import { z } from 'zod'

/** A character, model or voice name: lower-case, safe as a file name on every system. */
export const Slug = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])?$/, 'lower-case letters, digits and inner hyphens, at most 48')
  .refine((name) => !/^(con|prn|aux|nul|com\d|lpt\d)$/.test(name), 'a reserved file name')
export type Slug = z.infer<typeof Slug>

/** BCP 47. */
export const LanguageTag = z
  .string()
  .regex(/^[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8})*$/, 'a language tag such as en-US or de')
  .max(35)

export const TurnId = z.string().min(1).max(64)
export type TurnId = z.infer<typeof TurnId>
export const LineId = z.string().min(1).max(64)
export type LineId = z.infer<typeof LineId>
