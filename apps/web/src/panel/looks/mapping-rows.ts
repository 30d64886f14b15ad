// In: the links of a map, those that were suggested, the parameters of the model. Out: rows to edit: one for each link, and one for each channel
// that moves nothing.
import type { AvatarMap, ChannelLink, FaceChannelName } from '@psiona/shared'
import { type ModelParameter, sameLink } from './channel-link'
import { CHANNEL_GROUPS } from './channel-words'

export interface MappingRow {
  readonly channel: FaceChannelName
  readonly label: string
  /** Its place in the map; null = the channel moves nothing. */
  readonly at: number | null
  readonly link: ChannelLink | null
  /** What the doctor would take; null = nothing of this model fits. */
  readonly suggestion: ChannelLink | null
  /** The model has no such parameter (any more). */
  readonly lost: boolean
}

export interface MappingGroup {
  readonly id: string
  readonly title: string
  readonly rows: readonly MappingRow[]
}

export function mappingGroups(
  links: readonly ChannelLink[],
  suggested: readonly ChannelLink[],
  parameters: readonly ModelParameter[],
): MappingGroup[] {
  const known = new Set(parameters.map(({ id }) => id))
  const rowsOf = (channel: FaceChannelName, label: string): MappingRow[] => {
    const suggestions = suggested.filter((link) => link.channel === channel)
    const own = links.flatMap((link, at) => (link.channel === channel ? [{ link, at }] : []))
    if (own.length === 0) return [{ channel, label, at: null, link: null, suggestion: suggestions[0] ?? null, lost: false }]
    return own.map(({ link, at }, nth) => ({
      channel,
      label,
      at,
      link,
      suggestion: suggestions.find(({ parameter }) => parameter === link.parameter) ?? suggestions[nth] ?? null,
      lost: !known.has(link.parameter),
    }))
  }
  return CHANNEL_GROUPS.map(({ id, title, channels }) => ({
    id,
    title,
    rows: channels.flatMap(([channel, label]) => rowsOf(channel, label)),
  }))
}

export const asSuggested = ({ link, suggestion }: MappingRow): boolean =>
  link === null || suggestion === null ? link === suggestion : sameLink(link, suggestion)

/** The map with this row's link replaced, taken out (null) or added. */
export function withRow(map: AvatarMap, { at }: Pick<MappingRow, 'at'>, link: ChannelLink | null): AvatarMap {
  if (at === null) return link ? { ...map, links: [...map.links, link] } : map
  return { ...map, links: link ? map.links.with(at, link) : map.links.toSpliced(at, 1) }
}

/** "6 of 9 move something" */
export const movedCount = (rows: readonly MappingRow[]): number => rows.filter(({ link }) => link !== null).length
