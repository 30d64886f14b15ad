// In: something that happened on a platform. Out: a short sentence about it, without who did it, and its icon.
import type { EventHappened, StreamEvent } from '@psiona/shared'
import { counted } from '../../lib/figure-text'
import type { IconName } from '../../ui/icon'

export const EVENT_ICON: Readonly<Record<StreamEvent, IconName>> = {
  follow: 'heart',
  subscription: 'star',
  gift: 'gift',
  bits: 'gem',
  raid: 'people',
  redeem: 'target',
  poll: 'poll',
  prediction: 'poll',
  'ad-break': 'pause',
  announcement: 'horn',
  moderation: 'shield',
  online: 'stream',
  offline: 'stream',
}

interface Told extends Pick<EventHappened, 'kind' | 'amount' | 'title' | 'phase'> {
  readonly choices: readonly EventHappened['choices'][number][]
}

const withTitle = (words: string, title: string): string => (title === '' ? words : `${words}: ${title}`)

/** Who leads; on a tie, and without votes, nobody. */
function leader(choices: Told['choices']): string | null {
  const [first, second] = choices.toSorted((a, b) => b.votes - a.votes)
  return first && first.votes > 0 && first.votes !== second?.votes ? first.title : null
}

function asked(what: string, { title, phase, choices }: Told): string {
  if (phase === 'begun') return withTitle(`${what} begins`, title)
  const ahead = leader(choices)
  const votes = choices.reduce((sum, choice) => sum + choice.votes, 0)
  const tally = `${counted(votes, 'vote')}${ahead === null ? '' : `, ${ahead} ${phase === 'over' ? 'wins' : 'leads'}`}`
  return `${withTitle(phase === 'over' ? `${what} is over` : what, title)} (${tally})`
}

/** After a name ("mira_plays" + "follows") or alone ("A poll begins"), as `from` says. */
export function eventSentence(event: Told): string {
  const { kind, amount, title, phase } = event
  switch (kind) {
    case 'follow':
      return 'follows'
    case 'subscription':
      return amount !== null && amount > 1 ? `subscribes, ${counted(amount, 'month')} by now` : 'subscribes'
    case 'gift':
      return `gives ${counted(amount ?? 1, 'subscription')}`
    case 'bits':
      return amount === null ? 'gives bits' : `gives ${counted(amount, 'bit')}`
    case 'raid':
      return amount === null ? 'raids' : `raids with ${counted(amount, 'viewer')}`
    case 'redeem':
      return `redeems ${title || 'a reward'}${amount === null ? '' : ` for ${counted(amount, 'point')}`}`
    case 'poll':
      return asked('A poll', event)
    case 'prediction':
      return asked('A prediction', event)
    case 'ad-break':
      return phase === 'over' ? 'Ads are over' : amount === null ? 'Ads run' : `Ads run for ${amount} s`
    case 'announcement':
      return withTitle('announces', title)
    case 'moderation':
      return title === '' ? 'A moderator acts' : title
    case 'online':
      return 'The stream begins'
    case 'offline':
      return 'The stream ends'
    default:
      return kind satisfies never
  }
}

/** Events that somebody does; the others happen. */
const DONE_BY: readonly StreamEvent[] = ['follow', 'subscription', 'gift', 'bits', 'raid', 'redeem', 'announcement']
/** "Somebody": who stays unknown. */
export const doerOf = ({ kind, from }: Pick<EventHappened, 'kind' | 'from'>): string | null =>
  DONE_BY.includes(kind) ? (from?.name ?? 'Somebody') : null
