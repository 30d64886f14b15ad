// What may be said aloud: kinds of offence, rules of platforms, what was held back and why. Nothing here carries a slur or a word that is private.
import { z } from 'zod'
import { Person } from './happening'
import { LineId, TurnId } from './ids'

export const OFFENCES = [
  'slur',
  'hate',
  'harassment',
  'threat',
  'sexual',
  'self-harm',
  'personal-data',
  'link',
  'profanity',
  'own-word',
] as const
/** 'own-word': one that the owner forbade. */
export const Offence = z.enum(OFFENCES)
export type Offence = z.infer<typeof Offence>

/** 'auto': 'stream' while on air, 'private' otherwise. */
export const PolicyName = z.enum(['auto', 'twitch', 'youtube', 'family', 'private'])
export type PolicyName = z.infer<typeof PolicyName>

export const Verdict = z.object({
  allowed: z.boolean(),
  offence: Offence.nullable(),
  /** Which rule of the filter, 'slur:en-12', 'link:domain'; '' when allowed. Never the words. */
  rule: z.string().max(80),
  /** Where in the text, UTF-16 units, [from, to); null when allowed or not to be told. */
  span: z.tuple([z.number().int(), z.number().int()]).nullable(),
})
export type Verdict = z.infer<typeof Verdict>

export const SafetySettings = z.strictObject({
  policy: PolicyName.default('auto'),
  /** What she says to viewers waits so long for the owner's yes or no; 0 = it is said at once. */
  holdSeconds: z.number().min(0).max(30).default(0),
  /** Hold everything, or only what answers viewers. */
  holdWhat: z.enum(['viewers', 'everything']).default('viewers'),
  /** What becomes of a line when nobody has decided. */
  holdEnds: z.enum(['skipped', 'said']).default('skipped'),
  /** What she says instead of what was held back; '' = nothing. */
  insteadSays: z.string().max(200).default('I keep that one to myself.'),
  /** Also hold back what is like the ill-meant sentences that the filter has learned from, though no list knows it. */
  learned: z.boolean().default(true),
  links: z.enum(['never', 'allowed-domains']).default('never'),
  allowedDomains: z.array(z.string().min(1).max(100)).max(100).default([]),
  /** Never said, whatever the policy: names, a street, a game's secret. */
  ownWords: z.array(z.string().min(1).max(80)).max(500).default([]),
  /** Said although a list forbids it. */
  allowedWords: z.array(z.string().min(1).max(80)).max(500).default([]),
  /** How long lines that were held back are remembered in the audit log. */
  auditDays: z.number().int().min(1).max(365).default(30),
})
export type SafetySettings = z.infer<typeof SafetySettings>

/** A line that waits for the owner. */
export const HeldLine = z.object({
  lineId: LineId,
  turnId: TurnId,
  to: Person,
  text: z.string(),
  /** Is skipped, or said, by itself after so long, ms from now. */
  leftMs: z.number().nonnegative(),
})
export type HeldLine = z.infer<typeof HeldLine>

export const AuditKind = z.enum([
  'held-back',
  'line-refused',
  'approved',
  'skipped',
  'waited-out',
  'panic-on',
  'panic-off',
  'cut-short',
  'care',
  'deleted',
  'moderated',
])
export type AuditKind = z.infer<typeof AuditKind>

/** What became of something that was, or was not, said. Holds no words and no names. */
export const AuditEntry = z.object({
  /** Wall clock, ms since 1970. */
  at: z.number(),
  kind: AuditKind,
  offence: Offence.nullable(),
  rule: z.string().max(80),
  /** Who had spoken to her. */
  platform: z.string().max(20),
  turnId: z.string().max(64),
})
export type AuditEntry = z.infer<typeof AuditEntry>

/** Somebody in chat may need help; told to the owner, never aloud. Forgotten when Psiona ends. */
export const CareNotice = z.object({ messageId: z.string(), from: Person, at: z.number() })
export type CareNotice = z.infer<typeof CareNotice>

export const SafetyState = z.object({
  panic: z.boolean(),
  /** Which rules hold now, and why: 'twitch, because you are on air'. */
  policy: z.object({ name: PolicyName.exclude(['auto']), why: z.string() }),
  /** She says nothing aloud at the moment, and why; '' = she may. */
  silent: z.string(),
  held: z.array(HeldLine),
  care: z.array(CareNotice),
  /** Since the start. */
  counts: z.object({
    heldBack: z.number().int(),
    linesRefused: z.number().int(),
    approved: z.number().int(),
    skipped: z.number().int(),
  }),
})
export type SafetyState = z.infer<typeof SafetyState>
