// A channel of the face and a parameter of a model in, the links between them out: a calm face leaves the parameter at its default.
import type { ChannelLink } from '@psiona/shared/avatar-map'
import { FACE_CHANNELS, type FaceChannel, type FaceChannelName } from '@psiona/shared/face-frame'
import type { Moc3Parameter } from './moc3-model'

/** Where one end of a channel must be seen, whatever the default of the parameter says. */
const MUST_MOVE: Readonly<Partial<Record<FaceChannelName, 'above' | 'below'>>> = {
  mouthOpen: 'above',
  eyeOpenL: 'below',
  eyeOpenR: 'below',
}

/** Scales that mean the same in every model: 0 closes an eye, and what a model has below squeezes it. */
const LOWEST: Readonly<Partial<Record<FaceChannelName, number>>> = { eyeOpenL: 0, eyeOpenR: 0 }
/** In degrees on both sides: a model that could turn further is not turned further. */
const IN_DEGREES: ReadonlySet<FaceChannelName> = new Set(['angleX', 'angleY', 'angleZ', 'bodyX', 'bodyY', 'bodyZ'])

const within = (channel: FaceChannel, name: FaceChannelName, parameter: Moc3Parameter): Moc3Parameter => {
  const { min, max, default: still } = parameter
  // What runs backwards was given its ends by somebody who knew.
  if (min > max) return parameter
  const lowest = LOWEST[name]
  if (lowest !== undefined && min < lowest && lowest < still) return { ...parameter, min: lowest }
  if (!IN_DEGREES.has(name)) return parameter
  return { ...parameter, min: Math.max(min, still + channel.min), max: Math.min(max, still + channel.max) }
}

/** A .moc3 keeps 24 bits of a number: 1.2 comes back as 1.2000000477. */
const DECIMALS = 1e4
const rounded = (value: number): number => {
  const at = Math.round(value * DECIMALS) / DECIMALS
  return at === 0 ? 0 : at
}

type Pair = readonly [number, number]
const width = ([low, high]: Pair): number => rounded(high) - rounded(low)

/** `channel` may be a piece of the whole one; `given` may run backwards (min above max). */
export const linksBetween = (channel: FaceChannel, given: Moc3Parameter): readonly ChannelLink[] => {
  const { min, max, rest } = channel
  const name = channelName(channel.name)
  if (!name) return []
  const parameter = within(channel, name, given)
  const link = (from: Pair, to: Pair): ChannelLink[] =>
    width(from) === 0 || width(to) === 0
      ? []
      : [
          {
            channel: name,
            parameter: parameter.id,
            from: [rounded(from[0]), rounded(from[1])],
            to: [rounded(to[0]), rounded(to[1])],
          },
        ]
  const still = parameter.default
  if (rest < min || rest > max) return link([min, max], [parameter.min, parameter.max])
  const below = link([min, rest], [parameter.min, still])
  const above = link([rest, max], [still, parameter.max])
  const must = MUST_MOVE[name]
  if (must === 'below' && below.length === 0) return link([min, rest], [parameter.min, parameter.max])
  if (must === 'above' && above.length === 0) return link([rest, max], [parameter.min, parameter.max])
  const [a, b] = [below[0], above[0]]
  const even = a && b && Math.abs(width(a.to) / width(a.from) - width(b.to) / width(b.from)) < 1 / DECIMALS
  return even ? link([min, max], [parameter.min, parameter.max]) : [...below, ...above]
}

const channels: ReadonlyMap<string, (typeof FACE_CHANNELS)[number]> = new Map(FACE_CHANNELS.map((c) => [c.name, c]))
const channelName = (name: string): FaceChannelName | undefined => channels.get(name)?.name
export const channelOf = (name: FaceChannelName): FaceChannel => channels.get(name) ?? FACE_CHANNELS[0]
