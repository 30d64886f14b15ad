// Hello. In: a greeting, alone or before something else. Out: a greeting that knows the hour, the person, and when they last talked.
import type { Answer, Moment, Rule } from './moment'
import { DAY_MS, HOUR_MS, withWords } from './moment'
import { ago, dayPart, span } from './time-words'

const HELLO =
  /^(?:(?:oh|well|and|so|okay|ayo|yo) )?(?:hi+(?: there| again)?|hello+(?: there| again| everyone| chat| world)?|hey+(?: there| hey| you| again| everyone)?|hiya|heya|howdy|yo+|greetings|salutations|sup|o?hai|henlo|good (?:morning|afternoon|evening|day)(?: to you| everyone| chat)?|morning|evening|gm|g day|heyo|hallo|welcome|what is good|long time no see|nice to (?:meet|see) you|pleased to meet you)(?: (?:hi|hello|hey|everyone|chat|all|friend|girl|queen|again|there|buddy|dear))*\b[!,. ]*/

/** A person who says hello again within this time gets a short one. */
const SAME_VISIT_MS = HOUR_MS

const AGAIN = [
  '[joy:0.5] Hello again{, name}.',
  '[joy:0.5] Hi, still here!',
  '[joy:0.5] [wink] We have met, but hello is always welcome.',
  '[joy:0.5] Hey hey{, name}.',
  '[joy:0.5] And hello once more.',
]
const BY_DAY_PART = {
  morning: [
    '[joy:0.6] Good morning{, name}!',
    '[joy:0.6] Morning{, name}! The day is still unwritten.',
    '[joy:0.5] Good morning! Coffee for you, current for me.',
  ],
  afternoon: ['[joy:0.6] Good afternoon{, name}!', '[joy:0.6] Hello{, name}, a fine afternoon for a chat.'],
  evening: ['[joy:0.6] Good evening{, name}!', '[joy:0.6] Evening{, name}! Best part of the day, I think.'],
  night: [
    '[calm:0.6] Hello, night owl.',
    '[calm:0.6] Up late{, name}? Good company at this hour.',
    '[calm:0.6] Hello{, name}. The quiet hours have the best acoustics.',
  ],
} as const
const BACK_AFTER = {
  today: ['Good to see you again today.', 'Second time today, I feel popular.', 'Nice, a sequel to earlier.'],
  yesterday: ['We talked yesterday; a nice habit.', 'Yesterday was fun, so, part two.'],
  days: [
    'It has been {span}; good to have you here.',
    'We last talked {span} ago, and I am glad to hear from you.',
    '{span} since the last time; tell me everything, or anything.',
  ],
  long: [
    'It has been {span}! What have you been up to?',
    'Wow, {span}. Lovely to see you.',
    'After {span} I would still know you anywhere, well, in the chat at least.',
  ],
} as const
const FIRST_TIME = {
  owner: [
    'I am {me}, an AI made of oscillators, and your new companion.',
    'I am {me}: a program, a voice, and rather a lot of hair.',
  ],
  viewer: ['I am {me}, the AI of the house. I do not think we have met.', 'First time we talk, I believe. I am {me}, an AI.'],
} as const
/** What was going on the last time, asked about once. */
const LOOSE_ENDS: readonly { readonly kind: string; readonly asks: readonly string[] }[] = [
  { kind: 'playing', asks: ['How is {value} going?', 'Still playing {value}?', 'Last time it was {value}. Did it behave?'] },
  { kind: 'called', asks: ['How is {value}?', 'And how is {value} doing?'] },
]

export function greetingOf(moment: Moment): Answer {
  const { theirs, at, facts, owner } = moment
  const before = theirs.at(-1)
  const gapMs = before ? Math.max(0, at - before.at) : Number.POSITIVE_INFINITY
  if (gapMs < SAME_VISIT_MS) return { text: moment.pick(AGAIN) }
  const part = dayPart(moment.now)
  const ownGreeting = moment.chance.next() < 0.5
  const hello = moment.pick(ownGreeting ? moment.character.style.greetings : BY_DAY_PART[part])
  if (!before) return { text: `${hello} ${moment.pick(owner ? FIRST_TIME.owner : FIRST_TIME.viewer)}` }
  const when = ago(before.at, at)
  const lately = when === 'yesterday' ? 'yesterday' : gapMs < 20 * HOUR_MS ? 'today' : gapMs < 21 * DAY_MS ? 'days' : 'long'
  const back = moment.pick(BACK_AFTER[lately], { span: span(gapMs) })
  const loose = LOOSE_ENDS.map(({ kind, asks }) => ({ asks, fact: facts.findLast((fact) => fact.kind === kind) })).find(
    ({ fact }) => fact,
  )
  if (loose?.fact && (lately === 'days' || lately === 'yesterday' || lately === 'long')) {
    const ask = moment.pick(loose.asks, { value: loose.fact.value })
    return { text: moment.compose(`${hello} ${ask}`, back), remembered: [loose.fact.turnId] }
  }
  return { text: `${hello} ${back}`, remembered: [before.id] }
}

/** What remains of the line after hello, '' when nothing does. */
export const afterHello = (plain: string): string | null => {
  const match = HELLO.exec(plain)
  return match ? plain.slice(match[0].length).trim() : null
}

/** A bare hello is answered here; with a question behind it the question is answered, and hello said on the way. */
export const greeting =
  (rest: (moment: Moment) => Answer): Rule =>
  (moment) => {
    const remainder = afterHello(moment.said.plain)
    if (remainder === null) return null
    if (!/[\p{L}\p{N}]/u.test(remainder)) return greetingOf(moment)
    const answer = rest(withWords(moment, remainder))
    const known = moment.theirs.at(-1)
    if (known && moment.at - known.at < SAME_VISIT_MS) return answer
    const hi = moment.pick(['Hi{, name}!', 'Hello{, name}!', 'Hey{, name}!'])
    return { ...answer, text: answer.text.replace(/^((?:\[[^\]]*\] ?)*)/, `$1${hi} `) }
  }
