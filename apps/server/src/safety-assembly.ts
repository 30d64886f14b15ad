// What may be said: the filter, the guard before the voice, lines that wait, panic, the audit log.
import { createFilter, type Filter, type Rules, rulesOf } from '@psiona/safety'
import type { Air, Offence, PartHealth, Turn } from '@psiona/shared'
import { createCareAnswer } from './care-answer'
import type { Clock } from './clock'
import type { Config } from './config'
import { createGuard } from './guard'
import type { House, HouseNews } from './house'
import { createLastAir } from './last-air'
import { CRISIS_ANSWERS, isCrisis } from './mind/crisis'
import { createOpenParts } from './open-parts'
import { createSafetyDesk } from './safety-desk'
import type { PacedSpeech } from './speech-pace'
import { openAuditLog } from './store/audit-log'
import type { SettingsFile } from './store/settings-file'
import type { Topic } from './streams'

export interface SafetyParts {
  readonly config: Config
  readonly clock: Clock
  readonly news: Topic<HouseNews>
  readonly settings: Pick<SettingsFile, 'current'>
  readonly air: () => Air
  readonly paced: Pick<PacedSpeech, 'speechSeconds'>
  /** Ends a turn, spoken or waiting. */
  readonly drop: (turn: Turn) => void
  /** Everything that sounds, shows or waits ends, or may begin again. Never throws. */
  readonly panic: (on: boolean) => void
  readonly onTrouble: (what: string) => (cause: unknown) => void
}

/** The owner in need is answered whatever the lists say. */
export const isExempt = ({ kind, from, text }: Turn) => kind === 'ask' && from.platform === 'owner' && isCrisis(text)

/** A line that is not answered for nothing costs less than an answer that is held back. */
const likelier = (learned: Rules['learned']): Rules['learned'] => (learned === 'sure' ? 'likely' : learned)
const isNoLink = (offence: Offence) => offence !== 'link'

export function openSafety({ config, clock, news, settings, air, paced, drop, panic, onTrouble }: SafetyParts) {
  const open = createOpenParts(onTrouble('a part of safety did not close'))
  const wanted = () => settings.current().safety
  const filter: Filter = createFilter()
  const log = openAuditLog({
    dataDir: config.dataDir,
    clock,
    keepDays: () => wanted().auditDays,
    onTrouble: onTrouble('the audit log is not on the disk'),
  })
  open.add(log.close)
  const onChange = () => news.publish({ type: 'safety-changed', safety: desk.state() })
  const desk = createSafetyDesk({
    clock,
    filter,
    settings: wanted,
    air: createLastAir({ clock, air, isWanted: () => settings.current().obs.on }),
    silentIn: () => settings.current().obs.silentIn,
    chatRead: () => settings.current().twitch.channel !== '',
    guardHeld: () => guard.held(),
    log,
    onChange,
  })
  open.add(desk.close)
  const guard = createGuard({
    clock,
    review: desk.review,
    settings: wanted,
    exempt: isExempt,
    drop,
    note: desk.note,
    onChange,
    onTrouble: onTrouble('the guard'),
    speechSeconds: paced.speechSeconds,
  })
  open.add(guard.close)

  let known: { readonly from: Rules; readonly rules: Rules } | null = null
  const answerable = (): Rules => {
    const from = desk.publicRules()
    if (known?.from !== from)
      known = {
        from,
        rules: { ...from, offences: new Set([...from.offences].filter(isNoLink)), learned: likelier(from.learned) },
      }
    return known.rules
  }

  const house: House['safety'] = {
    state: desk.state,
    panic(on) {
      // First silence, then the news of it; also when it is on already: whoever presses again still hears or sees something.
      panic(on)
      desk.panic(on)
      return desk.state()
    },
    judge(lineId, verdict) {
      guard.judge(lineId, verdict)
      return desk.state()
    },
    dismissCare(messageId) {
      desk.dismissCare(messageId)
      return desk.state()
    },
    tryOut: (text, policy) => (policy ? filter.review(text, rulesOf(policy, wanted())) : desk.review(text, '')),
    audit: log.latest,
    wipeAudit: log.wipe,
  }
  return {
    house,
    guard,
    desk,
    careAnswer: createCareAnswer({ desk, isCrisis, answer: CRISIS_ANSWERS.others }),
    /** What she would not say herself does not stand on the picture or in the chat either. */
    wouldRefuse: (text: string) => !filter.review(text, desk.publicRules()).allowed,
    /** A stranger's line that is not answered. A link alone is no offence of theirs: it is left out when the line is read. */
    isUnfit: (text: string) => !filter.review(text, answerable()).allowed,
    settle: desk.settle,
    health: (): PartHealth => desk.health(),
    close: open.close,
  }
}
