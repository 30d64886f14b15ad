// Coins, dice, magic balls. In: a wish for chance. Out: what came up, from the turn's own seed.
import type { Rule } from './moment'
import { numberWord } from './time-words'

const coin: Rule = (moment) => {
  if (
    !/\b(?:flip|toss|throw) (?:a |the |me a )?coin\b|\bheads or tails\b|\bcoin ?(?:flip|toss)\b|^!?coin$/.test(moment.said.plain)
  )
    return null
  const side = moment.chance.next() < 0.5 ? 'Heads' : 'Tails'
  return {
    text: moment.pick([
      `[joy:0.5] ${side}!`,
      `[curiosity:0.5] It spins, it wobbles... ${side}.`,
      `[joy:0.5] ${side}. The coin has spoken, no appeals.`,
      `[joy:0.5] [smug] ${side}, and it landed on a very small table.`,
    ]),
  }
}

const dice: Rule = (moment) => {
  const { plain } = moment.said
  const asked = /\b(\d{0,2}) ?d ?(\d{1,4})\b/.exec(plain)
  if (!asked && !/\b(?:roll|throw|cast) (?:a |the |some |me |two |three |\d+ )*(?:die|dice)\b|^!?(?:dice|roll)$/.test(plain))
    return null
  if (asked && !/\broll|throw|cast|dice|^!?\d* ?d ?\d+$/.test(plain)) return null
  const wordCount = /\btwo\b/.test(plain) ? 2 : /\bthree\b/.test(plain) ? 3 : Number(/\b(\d{1,2}) dice\b/.exec(plain)?.[1] ?? 1)
  const count = Math.min(12, Math.max(1, asked ? Number(asked[1] || 1) : wordCount))
  const sides = Math.min(1000, Math.max(2, asked ? Number(asked[2]) : 6))
  const rolls = Array.from({ length: count }, () => moment.chance.whole(sides) + 1)
  const sum = rolls.reduce((total, roll) => total + roll, 0)
  if (count === 1) {
    const fate = sides === 20 && sum === 20 ? ' Natural twenty! Somebody screams.' : sum === 1 ? ' Ouch. The die is sorry.' : ''
    return {
      text: moment.pick([
        `[joy:0.5] ${sum}.${fate}`,
        `[curiosity:0.5] Rattle, rattle... ${sum}.${fate}`,
        `[joy:0.5] You rolled ${sum} out of ${sides}.${fate}`,
      ]),
    }
  }
  return {
    text: moment.pick([
      `[joy:0.5] ${rolls.join(', ')}: that makes ${sum}.`,
      `[curiosity:0.5] ${numberWord(count)} dice, ${rolls.join(' and ')}, ${sum} in all.`,
    ]),
  }
}

const randomNumber: Rule = (moment) => {
  const match =
    /\b(?:random number|number between|pick a number|choose a number)(?: (?:between|from))? ?(\d{1,6})?(?: (?:and|to) (\d{1,6}))?/.exec(
      moment.said.plain,
    )
  if (!match) return null
  const [from, to] = [Number(match[1] ?? 1), Number(match[2] ?? 100)]
  const [low, high] = from <= to ? [from, to] : [to, from]
  return {
    text: moment.pick(['[joy:0.5] {n}.', '[joy:0.5] {n}, freshly picked.', '[curiosity:0.4] {n}. It volunteered.'], {
      n: String(low + moment.chance.whole(high - low + 1)),
    }),
  }
}

const ball: Rule = (moment) =>
  /\b(?:magic )?8 ?ball\b|\beight ball\b|\b(?:tell|see|read) (?:me )?(?:my|the) (?:future|fortune)\b/.test(moment.said.plain)
    ? {
        text: moment.pick([
          '[curiosity:0.6] [thinking] The waves say yes.',
          '[curiosity:0.6] [thinking] Outlook: interesting.',
          '[calm:0.5] [shake] My interference pattern says no.',
          '[curiosity:0.5] Ask again when Mercury has finished buffering.',
          '[joy:0.5] Without a doubt, give or take a doubt.',
          '[curiosity:0.5] [smug] Very likely, and I shall deny having said so.',
        ]),
      }
    : null

export const luck: readonly Rule[] = [coin, dice, randomNumber, ball]
