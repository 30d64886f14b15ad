import { type AuditEntry, AuditKind, OFFENCES } from '@psiona/shared'
import { expect, test } from 'vitest'
import { AUDIT_KINDS, auditDetail, auditSentence, kindsIn } from './audit-words'
import { OFFENCE_WORDS } from './offence-words'

const entry = (kind: AuditKind, more: Partial<AuditEntry> = {}): AuditEntry => ({
  at: 1000,
  kind,
  offence: null,
  rule: '',
  platform: 'twitch',
  turnId: 't1',
  ...more,
})

test('every kind and every offence has words of its own', () => {
  const sentences = AuditKind.options.map((kind) => auditSentence(entry(kind)))
  expect(new Set(sentences).size).toBe(AuditKind.options.length)
  expect(new Set(Object.values(AUDIT_KINDS)).size).toBe(AuditKind.options.length)
  expect(new Set(OFFENCES.map((offence) => OFFENCE_WORDS[offence])).size).toBe(OFFENCES.length)
})

test('why is said when it is known', () => {
  expect(auditSentence(entry('held-back', { offence: 'link' }))).toBe(
    'She was about to say something and did not, because of a link.',
  )
})

test('a flood is one entry with its count', () => {
  const flood = entry('line-refused', { rule: 'lines:5000', platform: '' })
  expect(auditSentence(flood)).toBe('5000 lines of the chat were not fit to be answered.')
  expect(auditDetail(flood)).toBe('')
  expect(auditSentence(entry('line-refused', { rule: 'lines:1' }))).toBe('A line of the chat was not fit to be answered.')
})

test('a line that nobody decided on: what became of it is what it says', () => {
  const waited = (ends: string) => entry('waited-out', { rule: `ends:${ends}` })
  expect(auditSentence(waited('skipped'))).toBe('A line waited and was skipped, without a word from you.')
  expect(auditSentence(waited('said'))).toBe('A line waited and was said, without a word from you.')
  expect(auditDetail(waited('skipped'))).toBe('Twitch')
})

test('the rule and the platform are there for whoever looks closer', () => {
  expect(auditDetail(entry('held-back', { rule: 'slur:en-12' }))).toBe('Twitch · slur:en-12')
  expect(auditDetail(entry('panic-on', { platform: 'owner' }))).toBe('you')
})

test('kinds are counted, most first', () => {
  expect(kindsIn([entry('care'), entry('held-back'), entry('held-back')])).toEqual([
    { kind: 'held-back', count: 2 },
    { kind: 'care', count: 1 },
  ])
})
