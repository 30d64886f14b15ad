// In: the page's address. Out: what its owner chose in it. The address may be typed by hand, so anything odd means the default.
import { SubtitleStyle } from '@psiona/shared/settings'
import type { Unit } from '@psiona/shared/units'
import { z } from 'zod'

const Align = z.enum(['left', 'center', 'right'])
const Framing = z.enum(['full', 'bust'])

export interface OverlayQuery {
  /** From the fragment, which never leaves the browser; '' when missing. */
  readonly token: string
  /** ?preview=1: the panel's frame. */
  readonly preview: boolean
  /** ?phone=1: the phone's frame. */
  readonly phone: boolean
  /** ?studio=1: the frame of the panel's Voice page, which poses her by messages. */
  readonly studio: boolean
  /** ?ui=0 hides the chip that asks for a click. */
  readonly ui: boolean
  /** ?subtitles=off|plain|boxed; null = as in the settings. */
  readonly subtitles: SubtitleStyle | null
  /** ?badge=0|1; null = as in the settings. */
  readonly badge: boolean | null
  /** ?scale=0.5…3, times the usual size of subtitles and badge. */
  readonly scale: Unit
  /** ?align=left|center|right */
  readonly align: z.infer<typeof Align>
  /** ?bg=00ff00 for keying where transparency is not to be had. */
  readonly background: string
  /** ?framing=full|bust: all of her, or from the waist up. */
  readonly framing: z.infer<typeof Framing>
  /** ?antialias=1 smooths the edges of her meshes for some of the graphics card's time. */
  readonly antialias: boolean
}

export function overlayQuery({ search, hash }: { search: string; hash: string }): OverlayQuery {
  const query = new URLSearchParams(search)
  const scale = Number(query.get('scale') ?? 1)
  const badge = query.get('badge')
  const background = /^#?((?:[0-9a-f]{3}){1,2})$/i.exec(query.get('bg') ?? '')?.[1]
  return {
    token: new URLSearchParams(hash.slice(1)).get('token') ?? '',
    preview: query.get('preview') === '1',
    phone: query.get('phone') === '1',
    studio: query.get('studio') === '1',
    ui: query.get('ui') !== '0',
    subtitles: SubtitleStyle.safeParse(query.get('subtitles')).data ?? null,
    badge: badge === '1' ? true : badge === '0' ? false : null,
    scale: Number.isFinite(scale) && scale > 0 ? Math.min(3, Math.max(0.5, scale)) : 1,
    align: Align.safeParse(query.get('align')).data ?? 'center',
    background: background ? `#${background}` : 'transparent',
    framing: Framing.safeParse(query.get('framing')).data ?? 'full',
    antialias: query.get('antialias') === '1',
  }
}
