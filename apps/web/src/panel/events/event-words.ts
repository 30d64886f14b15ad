// In: a kind of event on a platform. Out: its name, and the words for that it happens.
import type { StreamEvent } from '@psiona/shared'

export interface EventWord {
  /** Its name in a list. */
  readonly name: string
  /** As in "when somebody follows". */
  readonly happens: string
  /** What `atLeast` counts; absent = nothing is counted. */
  readonly counts?: { readonly one: string; readonly many: string }
}

const EVENT: Readonly<Record<StreamEvent, EventWord>> = {
  follow: { name: 'Follow', happens: 'somebody follows' },
  subscription: { name: 'Subscription', happens: 'somebody subscribes', counts: { one: 'month', many: 'months' } },
  gift: { name: 'Gift', happens: 'somebody gives subscriptions', counts: { one: 'gift', many: 'gifts' } },
  bits: { name: 'Bits', happens: 'somebody cheers with bits', counts: { one: 'bit', many: 'bits' } },
  raid: { name: 'Raid', happens: 'a raid comes', counts: { one: 'viewer', many: 'viewers' } },
  redeem: { name: 'Redeemed points', happens: 'somebody redeems points', counts: { one: 'point', many: 'points' } },
  poll: { name: 'Poll', happens: 'there is a poll', counts: { one: 'vote', many: 'votes' } },
  prediction: { name: 'Prediction', happens: 'there is a prediction', counts: { one: 'vote', many: 'votes' } },
  'ad-break': { name: 'Ad break', happens: 'ads run', counts: { one: 'second', many: 'seconds' } },
  announcement: { name: 'Announcement', happens: 'something is announced' },
  moderation: { name: 'Moderation', happens: 'a moderator acts' },
  online: { name: 'Stream begins', happens: 'the stream begins' },
  offline: { name: 'Stream ends', happens: 'the stream ends' },
}
export const eventWord = (event: StreamEvent): EventWord => EVENT[event]
