// Whom of the chat she answers, and what she makes of all the others.
import { z } from 'zod'
import { LanguageTag } from './ids'

export const ChatSettings = z.strictObject({
  /** Lines that begin with it are for her, and no others when `prefixOnly`; '' = none. */
  prefix: z.string().max(20).regex(/^\S*$/, 'a prefix without spaces, such as !tori').default(''),
  prefixOnly: z.boolean().default(false),
  /** Who may be answered. */
  answers: z.enum(['everyone', 'regulars', 'subscribers', 'moderators']).default('everyone'),
  /** Between two answers to one person, seconds. */
  cooldownSeconds: z.number().min(0).max(3600).default(20),
  /** Never answered and never shown on the overlay: bots, mostly. Names, any case. */
  ignored: z
    .array(z.string().min(1).max(50))
    .max(500)
    .default(['nightbot', 'streamelements', 'streamlabs', 'moobot', 'fossabot', 'wizebot']),
  /** Lines with these words are passed over. */
  blockedWords: z.array(z.string().min(1).max(80)).max(500).default([]),
  /** Only lines in these languages are answered; none = all. */
  languages: z.array(LanguageTag).max(20).default([]),
  /** Lines that would not be read on stream are not answered either. */
  filter: z.boolean().default(true),
  /** Many who say the same are one line. */
  merge: z.boolean().default(true),
  /** Bits and redeemed rewards wait in a queue of their own and are thanked for, before the rest. */
  paidFirst: z.boolean().default(true),
  /** Least bits for that; redeemed rewards always count. */
  leastBits: z.number().int().min(1).max(1_000_000).default(1),
  /** What was paid for is read aloud before she answers: cleaned, at most 15 s. */
  readPaid: z.boolean().default(true),
})
export type ChatSettings = z.infer<typeof ChatSettings>

/** What the chat is like now. */
export const ChatMood = z.object({
  /** Lines a second, of the last ten. */
  linesPerSecond: z.number(),
  /** 0..1: shares of the last minute's lines that laugh, cheer, mourn, rage, ask. */
  laughs: z.number(),
  cheers: z.number(),
  sad: z.number(),
  angry: z.number(),
  asks: z.number(),
  /** In words, for her and for the owner: 'fast and laughing; forty ask about the build'. '' = quiet. */
  summary: z.string().max(300),
  /** What several people say, most first. `text` is one of their lines. */
  themes: z.array(z.object({ people: z.number().int(), text: z.string().max(200), asks: z.boolean() })).max(5),
  /** Lines of the last minute that nobody had time for. */
  skipped: z.number().int(),
})
export type ChatMood = z.infer<typeof ChatMood>
