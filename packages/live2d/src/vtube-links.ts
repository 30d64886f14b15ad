// VTube Studio's settings for a model in, the links they amount to out: tracking there is a channel of the face here.
import type { ChannelLink } from '@psiona/shared/avatar-map'
import type { FaceChannelName } from '@psiona/shared/face-frame'
import { channelOf, linksBetween } from './channel-links'
import type { Moc3Parameter } from './moc3-model'
import type { VTube, VTubeParameter } from './vtube'
import { VTUBE_INPUTS } from './vtube-inputs'

type Links = ReadonlyMap<FaceChannelName, readonly ChannelLink[]>

export const vtubeLinks = (vtube: VTube | undefined, parameters: ReadonlyMap<string, Moc3Parameter>): Links => {
  const found = new Map<FaceChannelName, ChannelLink[]>()
  for (const setting of vtube?.ParameterSettings ?? []) {
    const parameter = parameters.get(setting.OutputLive2D)
    if (!parameter) continue
    for (const [channel, links] of linksOf(setting, parameter)) {
      const known = found.get(channel) ?? []
      if (!known.some((link) => link.parameter === parameter.id)) found.set(channel, [...known, ...links])
    }
  }
  return found
}

/** VTube Studio calls the opening and what follows it by the same names in every model. */
const linksOf = (setting: VTubeParameter, parameter: Moc3Parameter): [FaceChannelName, readonly ChannelLink[]][] => {
  const held = (value: number): number => Math.min(parameter.max, Math.max(parameter.min, value))
  const output = { ...parameter, min: held(setting.OutputRangeLower), max: held(setting.OutputRangeUpper) }
  if (setting.UseBreathing) return [['breath', linksBetween(channelOf('breath'), output)]]
  const { InputRangeLower: low, InputRangeUpper: high } = setting
  const inputs = Object.hasOwn(VTUBE_INPUTS, setting.Input) ? (VTUBE_INPUTS[setting.Input] ?? []) : []
  return inputs.flatMap(({ channel, from, tracked }): [FaceChannelName, readonly ChannelLink[]][] => {
    const whole = channelOf(channel)
    const channelAt = (value: number): number =>
      Math.min(whole.max, Math.max(whole.min, from[0] + ((value - tracked[0]) / (tracked[1] - tracked[0])) * (from[1] - from[0])))
    const [min, max] = [channelAt(Math.min(low, high)), channelAt(Math.max(low, high))]
    const turned = low > high ? { ...output, min: output.max, max: output.min } : output
    const links = linksBetween({ ...whole, min, max }, turned)
    return links.length === 0 ? [] : [[channel, links]]
  })
}
