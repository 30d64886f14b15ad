// In: a channel of the face and a parameter of a model. Out: the link between them: made from their ranges, turned round, and what it writes.
import { type ChannelLink, FACE_CHANNELS, FACE_INDEX, type FaceChannelName, type ModelReport } from '@psiona/shared'

export type ModelParameter = ModelReport['facts']['parameters'][number]
type Range = Pick<ModelParameter, 'min' | 'max' | 'default'>

/** What the parameter of a link becomes when its channel has this value. */
export function parameterAt({ from, to }: ChannelLink, value: number): number {
  const span = from[1] - from[0]
  const share = span === 0 ? 0 : Math.max(0, Math.min(1, (value - from[0]) / span))
  return to[0] + (to[1] - to[0]) * share
}

/** The whole range of the channel onto the whole range of the parameter. */
export function wholeLink(channel: FaceChannelName, parameter: string, range: Range | undefined): ChannelLink {
  const { min, max } = FACE_CHANNELS[FACE_INDEX[channel]]!
  return { channel, parameter, from: [min, max], to: [range?.min ?? min, range?.max ?? max] }
}

export const inverted = (link: ChannelLink): ChannelLink => ({ ...link, to: [link.to[1], link.to[0]] })

/** Another parameter under the same channel: what was chosen of the channel stays, the other side is the new one's. */
export const moved = (link: ChannelLink, parameter: string, range: Range | undefined): ChannelLink => ({
  ...wholeLink(link.channel, parameter, range),
  from: link.from,
})

export const sameLink = (a: ChannelLink, b: ChannelLink): boolean =>
  a.channel === b.channel &&
  a.parameter === b.parameter &&
  a.from.every((value, side) => value === b.from[side]) &&
  a.to.every((value, side) => value === b.to[side])
