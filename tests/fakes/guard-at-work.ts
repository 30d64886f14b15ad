// A guard with lines on one side and what the voice gets on the other. In: what the owner chose. Out: hands to give lines, and what was said, noted and dropped.
import { type AuditEntry, type Line, SafetySettings, type Turn, type Verdict } from '@psiona/shared'
import { createGuard, type GuardOptions } from '../../apps/server/src/guard'
import { channel } from '../../apps/server/src/streams'
import { fakeClock } from './clock'
import { turnOf, viewer } from './turns'

export const INSTEAD = 'Not that.'
const FORBIDDEN = /plugh|vile thing/g
/** Stands for the real filter: two phrases, found over the border of two breaths too. */
export const review = (text: string, before: string): Verdict => {
  const whole = `${before} ${text}`
  const found = [...whole.matchAll(FORBIDDEN)].some(({ index, 0: phrase }) => index + phrase.length > before.length + 1)
  return found
    ? { allowed: false, offence: 'slur', rule: 'slur:en-1', span: null }
    : { allowed: true, offence: null, rule: '', span: null }
}
/** Three words a second. */
export const speechSeconds = (text: string) => text.split(/\s+/).filter(Boolean).length / 3

export const abortable = (more: Partial<Turn> = {}) => {
  const controller = new AbortController()
  return {
    turn: turnOf('hi', { from: viewer('Mira'), signal: controller.signal, ...more }),
    abort: () => controller.abort('stop'),
  }
}

export function guardAtWork(chosen: Partial<SafetySettings> = {}, more: Partial<GuardOptions> = {}) {
  const clock = fakeClock()
  const settings = { current: SafetySettings.parse({ insteadSays: INSTEAD, ...chosen }) }
  const notes: Omit<AuditEntry, 'at'>[] = []
  const dropped: Turn[] = []
  const troubles: unknown[] = []
  const out: Line[] = []
  const source = channel<Line>()
  const guard = createGuard({
    clock,
    review,
    settings: () => settings.current,
    exempt: () => false,
    drop: (turn) => dropped.push(turn),
    note: (entry) => notes.push(entry),
    onChange: () => {},
    onTrouble: (cause) => troubles.push(cause),
    speechSeconds,
    ...more,
  })
  /** The voice takes everything at once. */
  const listen = async (lines: AsyncIterable<Line> = source) => {
    for await (const line of guard.pass(lines)) out.push(line)
  }
  /** Lets what has been given flow through. */
  const settled = async () => {
    for (let round = 0; round < 20; round++) await clock.advance(0)
  }
  let count = 0
  /** A text that ends in # is the last of its turn. */
  const give = async (turn: Turn, ...texts: readonly string[]) => {
    for (const text of texts)
      source.push({
        id: `line-${count++}`,
        turn,
        text: text.replace('#', ''),
        emotion: { anger: 0.5 },
        last: text.endsWith('#'),
        urgency: turn.urgency,
      })
    await settled()
  }
  const said = () => out.map(({ text, last }) => (last ? `${text}#` : text))
  return { guard, clock, settings, notes, dropped, troubles, out, source, listen, give, said, settled }
}

/** Several, each listened to from the start and closed together. */
export function guardsAtWork() {
  let opened: ReturnType<typeof guardAtWork>[] = []
  return {
    setUp(...args: Parameters<typeof guardAtWork>) {
      const at = guardAtWork(...args)
      opened.push(at)
      return { ...at, done: at.listen() }
    },
    closeAll() {
      for (const { guard } of opened) guard.close()
      opened = []
    },
  }
}
export const kinds = (notes: readonly { readonly kind: string }[]) => notes.map(({ kind }) => kind)
