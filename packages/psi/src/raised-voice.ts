// Words in groups flow in; where the text raises its voice (CAPITALS throughout, "!!!") they flow out with the effort that asks for.
import type { SpeechToken } from './speech-token'

interface Said {
  readonly tokens: SpeechToken[]
  readonly effort: number
}

const CAPITALS_EFFORT = 0.55
/** By the number of exclamation marks. */
const MARKS_EFFORT = [0, 0, 0.3, 0.5] as const
/** Of the words, where all of a sentence is in capitals. */
const MOSTLY = 0.6
/** Where every word is stressed none stands out: what is left of the stress. */
const EMPHASIS_LEFT = 0.3

const written = ({ tokens }: Said): string => tokens[0]?.written ?? ''
const isWord = (said: Said): boolean => /\p{L}{2}/u.test(written(said))
const isLoud = (said: Said): boolean => said.tokens.some(({ emphasis }) => emphasis > 0) && !/\p{Ll}/u.test(written(said))

export function raisedVoice<T extends Said>(groups: readonly T[]): T[] {
  const raised: T[] = []
  let sentence: T[] = []
  const close = () => {
    const words = sentence.filter(isWord)
    const loud = words.filter(isLoud)
    const capitals = loud.length > 1 && loud.length >= MOSTLY * words.length
    const marks = /!+/.exec(sentence.at(-1)?.tokens.at(-1)?.tail ?? '')?.[0].length ?? 0
    const effort = Math.max(capitals ? CAPITALS_EFFORT : 0, MARKS_EFFORT[Math.min(3, marks)] ?? 0)
    for (const said of sentence)
      raised.push({
        ...said,
        effort,
        tokens: capitals && isLoud(said) ? said.tokens.map((token) => ({ ...token, emphasis: EMPHASIS_LEFT })) : said.tokens,
      })
    sentence = []
  }
  for (const said of groups) {
    sentence.push(said)
    const ending = said.tokens.at(-1)?.ending
    if (ending !== null && ending !== 'continues') close()
  }
  close()
  return raised
}
