// The owner's desk for live safety. In: her panic, what is on air, what was refused, who may need help. Out: the rules that hold, whether she is silent, what the panel shows of it, entries for the audit log.
import { type Filter, type Rules, rulesOf } from '@psiona/safety'
import {
  type Air,
  type AuditEntry,
  type CareNotice,
  type HeldLine,
  type LineDeleted,
  type Moment,
  type Ms,
  type PartHealth,
  type Person,
  type SafetySettings,
  type SafetyState,
  takesBack,
  type Verdict,
} from '@psiona/shared'
import type { Clock } from './clock'
import { POLICY_TITLES, type PolicyInForce, policyOf, silenceOf } from './safety-desk-policy'

/** More notices are looked at by nobody; the oldest go. */
const MOST_CARE = 20
/** Counts that run in a flood are told this often, and what OBS says of the air is looked at. */
const LOOK_EVERY_MS: Ms = 1000
/** Lines of a flood that were refused make one entry. */
const REFUSED_EVERY_MS: Ms = 10_000
const PANIC_WORDS = 'Panic is on: she says nothing and reads no chat.'

export interface SafetyDeskOptions {
  readonly clock: Clock
  readonly filter: Filter
  readonly settings: () => SafetySettings
  readonly air: () => Air
  readonly silentIn: () => readonly Moment[]
  /** A chat is being read: somebody may watch. */
  readonly chatRead: () => boolean
  readonly guardHeld: () => HeldLine[]
  readonly log: { note(entry: AuditEntry): void }
  /** The state is another one. */
  readonly onChange: () => void
}

export interface SafetyDesk {
  state(): SafetyState
  /** Those that hold now. The same object as long as nothing changed. */
  rules(): Rules
  /** What strangers write is shown, read and answered by these: never laxer than Twitch's, whatever holds for her. */
  publicRules(): Rules
  review(text: string, before?: string): Verdict
  /** '' or why she says nothing aloud. */
  silent(): string
  readonly panicking: boolean
  /** Returns whether it changed. */
  panic(on: boolean): boolean
  /** Whoever wrote this may need help. Returns what the notice is known by: what came through a program, with neither id nor time, is given them. */
  care(line: { readonly from: Person; readonly messageId?: string | undefined; readonly at?: number }): string
  dismissCare(messageId: string): void
  /** A line of chat was not fit to be answered. */
  refused(): void
  note(entry: Omit<AuditEntry, 'at'>): void
  takenBack(deleted: LineDeleted): void
  health(): PartHealth
  /** Settings or air may have changed. */
  settle(): void
  close(): void
}

export function createSafetyDesk(options: SafetyDeskOptions): SafetyDesk {
  const { clock, filter, settings, air, onChange } = options
  let panicking = false
  let care: CareNotice[] = []
  let unnamed = 0
  const counts = { heldBack: 0, linesRefused: 0, approved: 0, skipped: 0 }
  let refusedSince = 0
  let refusedNotedMs = clock.monotonicMs()
  let isStale = false
  let known: { readonly settings: SafetySettings; readonly byName: Map<PolicyInForce, Rules> } | null = null

  const policy = () => policyOf(settings(), air(), options.chatRead())
  const silent = () => (panicking ? PANIC_WORDS : silenceOf(air(), options.silentIn()))
  const standing = () => `${policy().why} ${silent()}`
  /** What was told last; nothing yet. */
  let told = ''
  const tell = () => {
    told = standing()
    isStale = false
    onChange()
  }
  const rulesBy = (name: PolicyInForce): Rules => {
    const now = settings()
    if (known?.settings !== now) known = { settings: now, byName: new Map() }
    const rules = known.byName.get(name) ?? rulesOf(name, now)
    known.byName.set(name, rules)
    return rules
  }
  const rules = () => rulesBy(policy().name)
  const write = (entry: Omit<AuditEntry, 'at'>) => options.log.note({ at: clock.wallMs(), ...entry })
  const plain = (kind: AuditEntry['kind'], platform = '', rule = '') => write({ kind, offence: null, rule, platform, turnId: '' })
  const settle = () => {
    if (isStale || standing() !== told) tell()
  }
  const noteRefused = () => {
    if (refusedSince > 0) plain('line-refused', '', `lines:${refusedSince}`)
    refusedSince = 0
    refusedNotedMs = clock.monotonicMs()
  }

  const stopLooking = clock.every(LOOK_EVERY_MS, () => {
    if (clock.monotonicMs() - refusedNotedMs >= REFUSED_EVERY_MS) noteRefused()
    settle()
  })
  return {
    state() {
      const { name, why } = policy()
      return { panic: panicking, policy: { name, why }, silent: silent(), held: options.guardHeld(), care, counts: { ...counts } }
    },
    rules,
    publicRules() {
      const { name } = policy()
      return rulesBy(name === 'private' ? 'twitch' : name)
    },
    review: (text, before) => filter.review(text, rules(), before),
    silent,
    get panicking() {
      return panicking
    },
    panic(on) {
      if (on === panicking) return false
      panicking = on
      plain(on ? 'panic-on' : 'panic-off', 'owner')
      tell()
      return true
    },
    care({ from, messageId = `care-${++unnamed}`, at = clock.wallMs() }) {
      if (care.some((notice) => notice.messageId === messageId)) return messageId
      care = [...care, { messageId, from, at }].slice(-MOST_CARE)
      plain('care', from.platform)
      tell()
      return messageId
    },
    dismissCare(messageId) {
      const left = care.filter((notice) => notice.messageId !== messageId)
      if (left.length === care.length) return
      care = left
      tell()
    },
    refused() {
      counts.linesRefused++
      refusedSince++
      isStale = true
    },
    note(entry) {
      if (entry.kind === 'held-back') counts.heldBack++
      if (entry.kind === 'approved') counts.approved++
      if (entry.kind === 'skipped') counts.skipped++
      isStale = true
      write(entry)
    },
    takenBack(deleted) {
      plain('deleted', deleted.platform)
      const left = care.filter((notice) => !takesBack(deleted, notice))
      if (left.length === care.length) return
      care = left
      tell()
    },
    health() {
      if (panicking)
        return { part: 'safety', state: 'trouble', detail: PANIC_WORDS, remedy: 'Switch panic off when all is well.' }
      const { name, because } = policy()
      const detail = [`rules of ${POLICY_TITLES[name]}, because ${because}`, silent()].filter(Boolean).join('. ')
      return { part: 'safety', state: 'ok', detail }
    },
    settle,
    close() {
      stopLooking()
      noteRefused()
    },
  }
}
