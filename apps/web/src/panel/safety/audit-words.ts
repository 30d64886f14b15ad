// In: an entry of the audit log. Out: what became of it, in plain words, and what else is known.
import type { AuditEntry, AuditKind } from '@psiona/shared'
import { counted } from '../../lib/figure-text'
import { OFFENCE_WORDS } from './offence-words'

/** As the name of a filter. */
export const AUDIT_KINDS: Readonly<Record<AuditKind, string>> = {
  'held-back': 'Held back',
  'line-refused': 'Chat lines not fit',
  approved: 'You let it be said',
  skipped: 'You skipped it',
  'waited-out': 'Without a word from you',
  'cut-short': 'Cut short',
  'panic-on': 'Panic on',
  'panic-off': 'Panic off',
  care: 'Somebody may need help',
  deleted: 'Taken back on the platform',
  moderated: 'You moderated',
}

const SENTENCES: Readonly<Record<AuditKind, string>> = {
  'held-back': 'She was about to say something and did not',
  'line-refused': 'A line of the chat was not fit to be answered',
  approved: 'You let a line be said',
  skipped: 'You kept a line from being said',
  'waited-out': 'A line waited until its time was over, without a word from you',
  'cut-short': 'An answer was cut short, since it was too long',
  'panic-on': 'Panic was switched on',
  'panic-off': 'Panic was switched off',
  care: 'Somebody in chat wrote of harming themselves, and it was not read aloud',
  deleted: 'A line was taken back on the platform and forgotten here',
  moderated: 'You took a line back or silenced somebody',
}

/** Of a flood one entry tells: 'lines:5000'. */
const MANY = /^lines:(\d+)$/
/** What became of a line that nobody decided on: 'ends:skipped'. */
const ENDED = /^ends:(skipped|said)$/

export function auditSentence({ kind, rule, offence }: Pick<AuditEntry, 'kind' | 'rule' | 'offence'>): string {
  const many = Number(MANY.exec(rule)?.[1] ?? 1)
  const ended = ENDED.exec(rule)?.[1]
  if (ended !== undefined) return `A line waited and was ${ended}, without a word from you.`
  const what =
    kind === 'line-refused' && many > 1 ? `${counted(many, 'line')} of the chat were not fit to be answered` : SENTENCES[kind]
  return offence === null ? `${what}.` : `${what}, because of ${OFFENCE_WORDS[offence]}.`
}

const PLATFORMS: Readonly<Record<string, string>> = {
  owner: 'you',
  room: 'at your microphone',
  twitch: 'Twitch',
  youtube: 'YouTube',
  discord: 'Discord',
  api: 'the API',
}

/** "Twitch · slur:en-12": for whoever looks closer. */
export const auditDetail = ({ platform, rule }: Pick<AuditEntry, 'platform' | 'rule'>): string =>
  [PLATFORMS[platform] ?? platform, MANY.test(rule) || ENDED.test(rule) ? '' : rule].filter(Boolean).join(' · ')

/** The kinds there are, most first. */
export function kindsIn(entries: readonly AuditEntry[]): { readonly kind: AuditKind; readonly count: number }[] {
  const counts = new Map<AuditKind, number>()
  for (const { kind } of entries) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts].map(([kind, count]) => ({ kind, count })).toSorted((a, b) => b.count - a.count)
}
