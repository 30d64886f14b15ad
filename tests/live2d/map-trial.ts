// Models as lists of parameters, for trying maps on. In: parameters, a map, a face. Out: where the map puts each parameter.
import type { Moc3Parameter } from '@psiona/live2d/moc3-model'
import type { MapFacts } from '@psiona/live2d/suggest-map'
import { type ChannelLink, FACE_CHANNELS, type FaceChannelName, restFace } from '@psiona/shared'
import { expect } from 'vitest'

export const parameter = (id: string, min = -1, max = 1, rest = 0): Moc3Parameter => ({ id, min, max, default: rest })
export const parameters = (text: string): Moc3Parameter[] =>
  text
    .trim()
    .split(/\s*\n\s*/)
    .map((line) => {
      const [id = '', ...numbers] = line.split(' ')
      return parameter(id, ...numbers.map(Number))
    })
export const facts = (more: Partial<MapFacts>): MapFacts => ({
  ...{ parameters: [], lipSyncIds: [], eyeBlinkIds: [], expressions: [], motionGroups: [], hitAreas: [] },
  ...more,
})
export const linked = (links: readonly ChannelLink[]): Record<string, string[]> => {
  const all: Record<string, string[]> = {}
  for (const { channel, parameter: id } of links) all[channel] = [...new Set([...(all[channel] ?? []), id])]
  return all
}

/** As the overlay does: links add up around the default. */
export const played = (
  links: readonly ChannelLink[],
  model: readonly Moc3Parameter[],
  face: Partial<Record<FaceChannelName, number>> = {},
) => {
  const rest = restFace()
  const values = new Map(model.map((p) => [p.id, p.default]))
  for (const { channel, parameter: id, from, to } of links) {
    const value = face[channel] ?? rest[FACE_CHANNELS.findIndex((c) => c.name === channel)]!
    const share = Math.min(1, Math.max(0, (value - from[0]) / (from[1] - from[0])))
    const still = model.find((p) => p.id === id)!.default
    values.set(id, values.get(id)! + to[0] + share * (to[1] - to[0]) - still)
  }
  return (id: string): number => Math.round(values.get(id)! * 1e3) / 1e3 + 0
}
export const expectRest = (links: readonly ChannelLink[], model: readonly Moc3Parameter[], but: readonly string[] = []): void => {
  const value = played(links, model)
  for (const p of model) if (!but.includes(p.id)) expect(value(p.id), p.id).toBeCloseTo(p.default, 2)
}
