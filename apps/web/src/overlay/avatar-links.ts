// A face frame in, the values of the parameters it moves out: by the links of the model's map, found once.
import type { ChannelLink } from '@psiona/shared/avatar-map'
import { FACE_CHANNELS, FACE_INDEX, type FaceChannelName, type FaceFrame } from '@psiona/shared/face-frame'
import { type Dial, dialIndex, within } from './avatar-dials'

/** Lips say what is heard: nothing else moves them. */
const LIPS: ReadonlySet<FaceChannelName> = new Set([
  'mouthOpen',
  'mouthWidth',
  'mouthRound',
  'vowelA',
  'vowelI',
  'vowelU',
  'vowelE',
  'vowelO',
])

/** For our own rigs, whose parameters are the channels themselves. */
export const OWN_LINKS: readonly ChannelLink[] = FACE_CHANNELS.map(({ name, parameter, min, max }) => ({
  channel: name,
  parameter,
  from: [min, max],
  to: [min, max],
}))

interface Term {
  readonly channel: number
  readonly from: number
  /** 0 = the link has no width: it steps at `from`. */
  readonly span: number
  readonly low: number
  readonly high: number
}

interface Linked {
  readonly parameter: number
  readonly terms: readonly Term[]
}

const termValue = ({ channel, from, span, low, high }: Term, face: FaceFrame): number => {
  const value = face[channel]! - from
  const share = span === 0 ? (value >= 0 ? 1 : 0) : Math.max(0, Math.min(1, value / span))
  return low + (high - low) * share
}

export class FaceLinks {
  /** Parameters that the face moves. */
  readonly linked: ReadonlySet<number>
  /** Those among them that form sounds. */
  readonly lips: ReadonlySet<number>
  readonly #links: readonly Linked[]
  readonly #dials: readonly Dial[]

  constructor(links: readonly ChannelLink[], dials: readonly Dial[]) {
    this.#dials = dials
    const at = dialIndex(dials)
    const terms = new Map<number, Term[]>()
    const lips = new Set<number>()
    for (const { channel, parameter, from, to } of links) {
      const index = at.get(parameter)
      if (index === undefined) continue
      const term = { channel: FACE_INDEX[channel], from: from[0], span: from[1] - from[0], low: to[0], high: to[1] }
      terms.set(index, [...(terms.get(index) ?? []), term])
      if (LIPS.has(channel)) lips.add(index)
    }
    this.#links = Array.from(terms, ([parameter, of]) => ({ parameter, terms: of }))
    this.linked = new Set(terms.keys())
    this.lips = lips
  }

  /** Links to one parameter add up around its default. */
  write(face: FaceFrame, out: Float32Array): void {
    for (let i = 0; i < this.#links.length; i++) {
      const { parameter, terms } = this.#links[i]!
      const dial = this.#dials[parameter]!
      let value = dial.default
      for (let j = 0; j < terms.length; j++) value += termValue(terms[j]!, face) - dial.default
      out[parameter] = within(dial, value)
    }
  }
}
