// Who speaks when. In: what was heard, lines written, requests from the house. Out: turns, one at a time; a turn of the owner aborts the last.
import { type Cut, type Emotion, type Happening, type Heard, type Person, surviving, type Turn } from '@psiona/shared'
import type { Clock } from './clock'
import { createSpokenTurn } from './spoken-turn'
import { channel } from './streams'

/** Requests beyond this many waiting are refused: a queue nobody hears the end of helps no one. */
export const MOST_WAITING = 20

export interface TurnRequest {
  readonly kind: Turn['kind']
  readonly from: Person
  readonly text: string
  readonly aloud: boolean
  readonly emotion?: Emotion | undefined
  readonly messageId?: string | undefined
  /** So many say the same, this one included. */
  readonly people?: number | undefined
  readonly hearing?: Turn['hearing']
}

/** Says what is owed to the chat next: a line to answer, thanks to speak; the rest of its trade is its own. */
export interface ChatPicker {
  next(): TurnRequest | null
  busy(busy: boolean): void
}

export interface TurnTaking {
  /** Queues a turn; an owner's question aborts what is being answered. Null when too many wait. */
  offer(request: TurnRequest): Turn | null
  /** A turn beside the queue: answered at once, never aloud. Null when too many are being answered. */
  aside(request: Omit<TurnRequest, 'aloud'>): Turn | null
  /** The pipeline's step. */
  take(happenings: AsyncIterable<Happening>): (heard: AsyncIterable<Heard>) => AsyncIterable<Turn>
  /** Something may be otherwise: a line worth answering, an answer that is held, a break in which she is silent. */
  nudge(): void
  /** Everything live, beside and waiting ends. Returns whether there was anything. */
  stop(reason?: 'stop' | 'panic'): boolean
  /** Ends what a taken-back line started, spoken or waiting. */
  takeBack(matches: (turn: Turn) => boolean): void
  /** Nothing more of it will be thought or sound: the next may come. */
  over(turn: Turn): void
  readonly live: Turn | null
}

export interface TurnTakingOptions {
  readonly clock: Clock
  readonly chat: ChatPicker
  /** Whether it waits for the owner's word, so that nothing of it has sounded: she does not wait behind it. */
  readonly holds: (turn: Turn) => boolean
  /** What she is asked now is answered in writing only: a break is on screen, or the panic button has been pressed. */
  readonly silent: () => boolean
  readonly onHappening: (happening: Happening) => void
  readonly onHeard: (heard: Heard) => void
  /** A live turn was aborted: what it sounds must end. */
  readonly onAbort: (turn: Turn, reason: Cut['reason']) => void
  /** A turn ended before it came to be answered. */
  readonly onDropped: (turn: Turn) => void
  /** A happening could not be dealt with, or the ears broke off; the turns go on. */
  readonly onTrouble: (cause: unknown) => void
}

const isOwners = (turn: Turn) => turn.from.platform === 'owner'

export function createTurnTaking(options: TurnTakingOptions): TurnTaking {
  const { clock, chat, holds, silent, onHappening, onHeard, onAbort, onDropped, onTrouble } = options
  const controllers = new WeakMap<Turn, AbortController>()
  let waiting: Turn[] = []
  let live: Turn | null = null
  const asides = new Set<Turn>()
  const spoken = createSpokenTurn()
  const wakes = channel<true>(1)
  let count = 0

  const isAloud = ({ kind, aloud }: Pick<Turn, 'kind' | 'aloud'>) => aloud && (kind === 'say' || !silent())
  const make = (request: TurnRequest): Turn => {
    const controller = new AbortController()
    const turn: Turn = {
      ...request,
      aloud: isAloud(request),
      id: `${clock.wallMs().toString(36)}-${(++count).toString(36)}`,
      // What the owner has said word for word is finished even if she asks something meanwhile; only Stop ends it. Thanks to viewers are not.
      urgency: request.kind === 'say' && request.from.platform === 'owner' ? 'must-finish' : 'in-turn',
      at: clock.wallMs(),
      arrivedMs: clock.monotonicMs(),
      signal: controller.signal,
    }
    controllers.set(turn, controller)
    return turn
  }
  const abort = (turn: Turn, reason: Cut['reason']) => {
    controllers.get(turn)?.abort(reason)
    onAbort(turn, reason)
  }
  const nudge = () => {
    if (live && !live.signal.aborted) {
      const saysForOwner = live.kind === 'say' && isOwners(live)
      // A break has begun while she speaks of her own.
      if (live.aloud && !saysForOwner && silent()) abort(live, 'stop')
      // Its first words may have come while the owner was waiting for it to end.
      else if (!isOwners(live) && waiting.some(isOwners) && holds(live)) abort(live, 'new-turn')
    }
    wakes.push(true)
  }
  /** Returns whether there was one. */
  const stopAsides = (matches: (turn: Turn) => boolean): boolean => {
    const ended = [...asides].filter((turn) => matches(turn) && !turn.signal.aborted)
    for (const turn of ended) controllers.get(turn)?.abort('stop')
    return ended.length > 0
  }
  const keepOnly = (kept: Turn[]) => {
    const dropped = waiting.filter((turn) => !kept.includes(turn))
    waiting = kept
    for (const turn of dropped) {
      controllers.get(turn)?.abort('dropped')
      onDropped(turn)
    }
  }
  /** The owner goes before everybody; otherwise first come, first served. */
  const nextTurn = (): Turn | null => {
    const owner = waiting.findIndex(isOwners)
    const [first] = waiting.splice(Math.max(0, owner), 1)
    // A break may have begun since it came; whoever waits for its answer knows this very turn.
    if (first) return Object.assign(first, { aloud: isAloud(first) })
    // Nobody is answered while the owner is saying something.
    if (spoken.underWay) return null
    const request = chat.next()
    return request && make(request)
  }

  const offer = (request: TurnRequest): Turn | null => {
    const turn = make(request)
    const owners = isOwners(turn)
    const interrupts = request.kind === 'ask' && owners
    const own = waiting.filter(isOwners)
    const ownKept = interrupts ? surviving(own, 'new-turn') : own
    const kept = waiting.filter((other) => !isOwners(other) || ownKept.includes(other))
    // Only what goes before it can keep it out: the owner waits for no viewer.
    if ((owners ? ownKept : kept).length >= MOST_WAITING) return null
    keepOnly(kept)
    waiting.push(turn)
    if (live && interrupts && live.urgency === 'in-turn') abort(live, 'new-turn')
    nudge()
    return turn
  }

  return {
    offer,
    aside(request) {
      if (asides.size >= MOST_WAITING) return null
      const turn = make({ ...request, aloud: false })
      asides.add(turn)
      return turn
    },
    nudge,
    get live() {
      return live
    },
    take: (happenings) => (heard) => {
      void (async () => {
        for await (const happening of happenings) {
          try {
            onHappening(happening)
          } catch (cause) {
            onTrouble(cause)
          }
          nudge()
        }
      })().catch(onTrouble)
      void (async () => {
        for await (const part of heard) {
          try {
            const said = spoken.take(part)
            if (said && !offer({ kind: 'ask', aloud: true, ...said }))
              onTrouble(new Error('too many lines wait; spoken words were let go'))
            onHeard(part)
          } catch (cause) {
            onTrouble(cause)
          }
          nudge()
        }
      })().catch(onTrouble)
      return (async function* () {
        for await (const _ of wakes)
          for (let turn = live ? null : nextTurn(); turn; turn = live ? null : nextTurn()) {
            live = turn
            chat.busy(true)
            yield turn
          }
      })()
    },
    stop(reason = 'stop') {
      const had = live !== null || waiting.length > 0
      // What sounds ends first.
      if (live) abort(live, reason)
      keepOnly(surviving(waiting, 'stop'))
      const hadAside = stopAsides(() => true)
      return had || hadAside
    },
    takeBack(matches) {
      keepOnly(waiting.filter((turn) => !matches(turn)))
      if (live && matches(live)) abort(live, 'stop')
      stopAsides(matches)
    },
    over(turn) {
      asides.delete(turn)
      if (live !== turn) return
      live = null
      chat.busy(false)
      nudge()
    },
  }
}
