// The bytes of data/english.lts → a guess at any word in letters: it is read from both ends, and of the readings found so the one wins that
// both directions together hold for likeliest.
import { phone } from './arpabet'
import { LETTERS, mirroredWord, NOTHING_SAID, type Said, say } from './letter-context'
import { openLetterForest, type Reader } from './letter-forest'
import { isVowel, type Phone, type Pronouncer } from './phone'

/** Paths kept while reading a word; 8 instead of 4 gain nothing measurable. */
const BEAM = 4
/** Longer words are junk; what is beyond is left unsaid. */
const LONGEST_WORD = 40
/** Less likely chunks are not followed. */
const LEAST_PROBABILITY = 0.004
/** What a direction never saw is unlikely, not impossible. */
const UNSEEN_PROBABILITY = 1e-4

interface Path {
  readonly said: Said
  readonly chunk: number
  readonly from: Path | null
  readonly logProbability: number
}

/** The likeliest paths through a word, best first; each gives the number of its chunk for every letter. */
function readings({ chunks, vote }: Reader, word: string): readonly (readonly number[])[] {
  let beam: readonly Path[] = [{ said: NOTHING_SAID, chunk: 0, from: null, logProbability: 0 }]
  for (let index = 0; index < word.length; index++) {
    const next: Path[] = []
    for (const path of beam) {
      vote(word, index, path.said).forEach((probability, number) => {
        if (probability < LEAST_PROBABILITY) return
        const chunk = chunks[number] ?? []
        if (path.said.primary && chunk.some((each) => each.stress === 2)) return
        const logProbability = path.logProbability + Math.log(probability)
        next.push({ said: chunk.length ? say(path.said, chunk) : path.said, chunk: number, from: path, logProbability })
      })
    }
    if (next.length === 0) return []
    beam = next.sort((a, b) => b.logProbability - a.logProbability).slice(0, BEAM)
  }
  const accented = beam.filter((path) => path.said.primary)
  return (accented.length > 0 ? accented : beam).map(numbersOf)
}

function numbersOf(path: Path): readonly number[] {
  const numbers: number[] = []
  for (let each: Path | null = path; each?.from; each = each.from) numbers.push(each.chunk)
  return numbers.reverse()
}

function logProbabilityOf({ chunks, vote }: Reader, word: string, numbers: readonly number[]): number {
  let said = NOTHING_SAID
  let sum = 0
  numbers.forEach((number, index) => {
    sum += Math.log(Math.max(UNSEEN_PROBABILITY, vote(word, index, said)[number] ?? 0))
    said = say(said, chunks[number] ?? [])
  })
  return sum
}

export function openLetterToSound(bytes: Uint8Array): Pronouncer {
  const { forward, backward } = openLetterForest(bytes)
  return {
    lookUp(text) {
      const word = [...text.toLowerCase()]
        .filter((letter) => LETTERS.includes(letter))
        .join('')
        .slice(0, LONGEST_WORD)
      if (!/[a-z]/.test(word)) return null
      const mirrored = mirroredWord(word)
      const found = [...readings(forward, word), ...readings(backward, mirrored).map((numbers) => [...numbers].reverse())]
      let best: readonly number[] = []
      let bestSum = -Infinity
      for (const numbers of new Map(found.map((each) => [each.join(), each])).values()) {
        const sum = logProbabilityOf(forward, word, numbers) + logProbabilityOf(backward, mirrored, [...numbers].reverse())
        if (sum > bestSum) [best, bestSum] = [numbers, sum]
      }
      const phones = best.flatMap((number) => forward.chunks[number] ?? [])
      return phones.length ? withPrimary(phones) : null
    },
  }
}

/** Every word has one vowel that carries it: the strongest there is, else the first. */
function withPrimary(phones: readonly Phone[]): readonly Phone[] {
  if (phones.some((each) => each.stress === 2)) return phones
  const strongest = phones.findIndex((each) => each.stress === 1)
  const chosen = strongest >= 0 ? strongest : phones.findIndex((each) => isVowel(each.symbol))
  const full: Partial<Record<string, Phone>> = { AX: phone('AH', 2), AXR: phone('ER', 2), IX: phone('IH', 2) }
  return phones.map((each, i) => (i === chosen ? (full[each.symbol] ?? phone(each.symbol, 2)) : each))
}
