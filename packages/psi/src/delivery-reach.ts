// Marks for the voice and the words they stand among flow in; how each of the words is spoken, whispered or shouted, flows out.
import type { Delivery, PlacedMark } from '@psiona/shared/speech-marks'

interface Place {
  /** Which word of the text it begins with. */
  readonly at: number
  readonly endsSentence: boolean
}
interface Stretch {
  readonly delivery: Delivery
  readonly until: number
}

/** Before which place each mark stands. */
function placesOf(places: readonly Place[], marks: readonly PlacedMark[]): readonly number[] {
  let place = 0
  return marks.map(({ beforeWord }) => {
    while (place < places.length && places[place]!.at < beforeWord) place++
    return place
  })
}

/** The mark after each that has to do with the same delivery. */
function successors(marks: readonly PlacedMark[]): readonly (number | undefined)[] {
  const latest = new Map<Delivery, number>()
  const found: (number | undefined)[] = []
  for (let i = marks.length - 1; i >= 0; i--) {
    const mark = marks[i]!
    if (mark.type === 'sound') continue
    found[i] = latest.get(mark.delivery)
    latest.set(mark.delivery, i)
  }
  return found
}

/** For each place the one after the end of its sentence. */
function sentenceEnds(places: readonly Place[]): readonly number[] {
  const ends: number[] = []
  for (let i = places.length - 1, end = places.length; i >= 0; i--) {
    if (places[i]!.endsSentence) end = i + 1
    ends[i] = end
  }
  return ends
}

/** From the mark to the mark that closes it, else to the end of the sentence. Inside another, the inner one counts. */
export function deliveries(places: readonly Place[], marks: readonly PlacedMark[]): readonly (Delivery | null)[] {
  const at = placesOf(places, marks)
  const next = successors(marks)
  const ends = sentenceEnds(places)
  const open: Stretch[] = []
  let mark = 0
  return places.map((_, place) => {
    for (; mark < marks.length && at[mark]! <= place; mark++) {
      const each = marks[mark]!
      if (each.type !== 'opens') continue
      const close = next[mark]
      const closed = close !== undefined && marks[close]!.type === 'closes'
      open.push({ delivery: each.delivery, until: closed ? at[close]! : ends[place]! })
    }
    while (open.length > 0 && open.at(-1)!.until <= place) open.pop()
    return open.at(-1)?.delivery ?? null
  })
}
