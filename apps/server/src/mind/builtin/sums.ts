// Simple arithmetic. In: "what is 12 times 7", "15% of 80", "sqrt 144". Out: the result, said so that it can be heard. Only numbers and signs ever reach the evaluator.
import type { Rule } from './moment'

/** Beyond this a double no longer counts in ones. */
const LARGEST = 9e15
/** Signs; also bounds how deep the evaluator can go. */
const LONGEST_SUM = 60
const WORD_NUMBERS: Readonly<Record<string, number>> = Object.fromEntries(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, value) => [word, value] as const)
    .concat([
      ['thirty', 30],
      ['forty', 40],
      ['fifty', 50],
      ['sixty', 60],
      ['seventy', 70],
      ['eighty', 80],
      ['ninety', 90],
      ['hundred', 100],
      ['thousand', 1000],
      ['pi', Math.PI],
    ]),
)

/** Words into signs: "twelve times seven" → "12*7". Null when something else than a sum remains. */
function signsOf(plain: string): string | null {
  const signs = plain
    .replace(
      /^(?:(?:hey|so|okay|please|quick|tell me|calculate|compute|work out|do you know|can you (?:tell me|calculate|do)|solve|what does|what is|what are|how much (?:is|does|are)|whats) )+/,
      '',
    )
    .replace(/[?!. ]+$/, '')
    .replace(/\b(?:equals?|equal to|make|makes|please|give|come to)\b|=/g, ' ')
    .replace(/\bsquare root of\b|\bsqrt(?: of)?\b|\broot of\b/g, '√')
    .replace(/\b(?:percent of|% of|per cent of)\b/g, '%*')
    .replace(/(\d)%\s+of\b/g, '$1%*')
    .replace(/\b(?:to the power of|to the|power)\b|\*\*/g, '^')
    .replace(/\bsquared\b/g, '^2')
    .replace(/\bcubed\b/g, '^3')
    .replace(/\b(?:times|multiplied by|x)\b|×/g, '*')
    .replace(/(\d)\s*x\s*(\d)/g, '$1*$2')
    .replace(/\b(?:divided by|over)\b|÷|:/g, '/')
    .replace(/\b(?:plus|and)\b/g, '+')
    .replace(/\bminus\b|−/g, '-')
    .replace(/(\d),(\d{3})(?!\d)/g, '$1$2')
    .replace(
      /\b(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[ -](one|two|three|four|five|six|seven|eight|nine)\b/g,
      (_, tens: string, ones: string) => String(WORD_NUMBERS[tens]! + WORD_NUMBERS[ones]!),
    )
    .replace(/[a-z]+/g, (word) => (Object.hasOwn(WORD_NUMBERS, word) ? String(WORD_NUMBERS[word]) : word))
    .replace(/\s+/g, '')
  const isDate = /^\d{1,4}-\d{1,2}-\d{1,4}$/.test(signs)
  return signs.length <= LONGEST_SUM &&
    !isDate &&
    /^[\d.+\-*/^%√()]+$/.test(signs) &&
    /\d/.test(signs) &&
    /[+\-*/^%√]/.test(signs)
    ? signs
    : null
}

/** Sum → product → power → sign → number. NaN when it is no sum. */
function resultOf(signs: string): number {
  let at = 0
  const peek = () => signs[at]
  const eat = (sign: string) => peek() === sign && ++at > 0
  const atom = (): number => {
    if (eat('(')) {
      const inside = sum()
      return eat(')') ? inside : Number.NaN
    }
    const match = /^(?:\d+\.?\d*|\.\d+)/.exec(signs.slice(at))
    if (!match) return Number.NaN
    at += match[0].length
    return Number(match[0])
  }
  const signed = (): number => (eat('-') ? -power() : eat('+') ? power() : eat('√') ? Math.sqrt(signed()) : atom())
  const power = (): number => {
    let base = signed()
    while (eat('%')) base /= 100
    return eat('^') ? base ** power() : base
  }
  const product = (): number => {
    let value = power()
    for (;;) {
      if (eat('*')) value *= power()
      else if (eat('/')) value /= power()
      else return value
    }
  }
  const sum = (): number => {
    let value = product()
    for (;;) {
      if (eat('+')) value += product()
      else if (eat('-')) value -= product()
      else return value
    }
  }
  const value = sum()
  return at === signs.length ? value : Number.NaN
}

export const sums: Rule = (moment) => {
  const signs = signsOf(moment.said.plain)
  if (!signs) return null
  const value = resultOf(signs)
  if (Number.isNaN(value))
    return /\/0(?![.\d])/.test(signs)
      ? { text: '[fear:0.3] Zero divided by zero? That is how black holes get their snacks.' }
      : null
  if (!Number.isFinite(value))
    return {
      text: moment.pick([
        '[fear:0.3] [shake] Dividing by zero? Not in this house.',
        '[surprise:0.4] That one runs off to infinity, and I have work tomorrow.',
      ]),
    }
  if (Math.abs(value) > LARGEST)
    return { text: '[surprise:0.4] That is more than I can count without slurring. Something smaller?' }
  const rounded = Number(value.toPrecision(8))
  const result = String(Number.isInteger(rounded) ? rounded : Number(rounded.toFixed(4)))
  const about = Number(result) === value ? '' : 'about '
  return {
    text: moment
      .pick(
        [
          '[joy:0.4] {about}{result}.',
          '[joy:0.4] That makes {about}{result}.',
          '[joy:0.4] [nod] {about}{result}, checked twice.',
          '[smug] [joy:0.3] {about}{result}. Arithmetic is my cardio.',
        ],
        { about, result },
      )
      .replace(/\] a/, '] A'),
  }
}
