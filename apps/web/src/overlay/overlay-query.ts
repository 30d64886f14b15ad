// In: the page's address. Out: what its owner chose in it. The address may be typed by hand, so anything odd means the default.
import { GazeTarget, OverlaySettings, Quality, SubtitleStyle } from '@psiona/shared/settings'
import type { Unit } from '@psiona/shared/units'
import { z } from 'zod'

const Align = z.enum(['left', 'center', 'right'])
const Framing = z.enum(['full', 'bust'])
const FrameRate = z
  .string()
  .transform((text) => (text === 'screen' ? text : Number(text)))
  .pipe(OverlaySettings.shape.fps.unwrap())
const SubtitlePlace = OverlaySettings.shape.subtitlePlace.unwrap()
const Renderer = OverlaySettings.shape.renderer.unwrap()
const Bubbles = z.enum(['0', '1', 'left', 'right'])

/** Times the usual size, for ?scale and ?subtitleScale. */
const [SMALLEST, LARGEST] = [0.5, 3]
/** For ?safe, percent of the picture's side. */
const WIDEST_SAFE_PERCENT = 20

export interface OverlayQuery {
  /** From the fragment, which never leaves the browser; '' when missing. */
  readonly token: string
  /** ?preview=1: the panel's frame. */
  readonly preview: boolean
  /** ?phone=1: the phone's frame. */
  readonly phone: boolean
  /** ?studio=1: the frame of the panel's Voice and Looks pages, which pose her by messages. */
  readonly studio: boolean
  /** ?ui=0 hides what is for the owner only: the chip that asks for a click, and the one that says what is wrong. */
  readonly ui: boolean
  /** ?subtitles=off|plain|boxed|outlined|karaoke|one-word; null = as in the settings. */
  readonly subtitles: SubtitleStyle | null
  /** ?subtitlePlace=bottom|top|beside; null = as in the settings. Where she has no free side, beside means bottom. */
  readonly subtitlePlace: z.infer<typeof SubtitlePlace> | null
  /** ?subtitleScale=0.5…3, times the usual size, subtitles alone; null = as in the settings. */
  readonly subtitleScale: Unit | null
  /** ?scale=0.5…3, times the usual size of all text: subtitles, chat bubbles, captions and badge. */
  readonly scale: Unit
  /** ?safe=0…20: percent of the picture's width and height that text keeps free at its edges; null = as in the settings. */
  readonly safeAreaPercent: number | null
  /** ?bubbles=0|1|left|right: no chat bubbles, bubbles, bubbles on that side; null = as in the settings. */
  readonly bubbles: z.infer<typeof Bubbles> | null
  /** ?effects=0|1; null = as in the settings. */
  readonly effects: boolean | null
  /** ?badge=0|1; null = as in the settings. */
  readonly badge: boolean | null
  /** ?gaze=nobody|pointer|chat|camera; null = as in the settings. */
  readonly gaze: GazeTarget | null
  /** ?fps=screen|24|30|60: frames drawn a second; null = as in the settings. */
  readonly fps: z.infer<typeof FrameRate> | null
  /** ?quality=auto|low|medium|high; null = as in the settings. */
  readonly quality: Quality | null
  /** ?renderer=auto|puppet: puppet draws her without Live2D even where it could; null = as in the settings. */
  readonly renderer: z.infer<typeof Renderer> | null
  /** ?align=left|center|right: where she stands; text that goes beside her takes the free side. */
  readonly align: z.infer<typeof Align>
  /** ?bg=00ff00 for keying where transparency is not to be had; in OBS she is transparent, whatever it says. */
  readonly background: string
  /** ?framing=full|bust: all of her, or from the waist up. */
  readonly framing: z.infer<typeof Framing>
  /** ?antialias=1 smooths the edges of her meshes for some of the graphics card's time, whatever the quality. */
  readonly antialias: boolean
}

export function overlayQuery({ search, hash }: { search: string; hash: string }): OverlayQuery {
  const query = new URLSearchParams(search)
  const chosen = <T>(name: string, schema: z.ZodType<T, string>): T | null => schema.safeParse(query.get(name)).data ?? null
  const background = /^#?((?:[0-9a-f]{3}){1,2})$/i.exec(query.get('bg') ?? '')?.[1]
  return {
    token: new URLSearchParams(hash.slice(1)).get('token') ?? '',
    preview: query.get('preview') === '1',
    phone: query.get('phone') === '1',
    studio: query.get('studio') === '1',
    ui: query.get('ui') !== '0',
    subtitles: chosen('subtitles', SubtitleStyle),
    subtitlePlace: chosen('subtitlePlace', SubtitlePlace),
    subtitleScale: sizeOf(query.get('subtitleScale')),
    scale: sizeOf(query.get('scale')) ?? 1,
    safeAreaPercent: numberOf(query.get('safe'), 0, WIDEST_SAFE_PERCENT),
    bubbles: chosen('bubbles', Bubbles),
    effects: switchOf(query.get('effects')),
    badge: switchOf(query.get('badge')),
    gaze: chosen('gaze', GazeTarget),
    fps: chosen('fps', FrameRate),
    quality: chosen('quality', Quality),
    renderer: chosen('renderer', Renderer),
    align: chosen('align', Align) ?? 'center',
    background: background ? `#${background}` : 'transparent',
    framing: chosen('framing', Framing) ?? 'full',
    antialias: query.get('antialias') === '1',
  }
}

const switchOf = (text: string | null): boolean | null => (text === '1' ? true : text === '0' ? false : null)

/** A plain number, held within its limits; null when it is none, or below nothing. */
function numberOf(text: string | null, least: number, most: number): number | null {
  const value = text === null || text.trim() === '' ? Number.NaN : Number(text)
  return Number.isFinite(value) && value >= 0 ? Math.min(most, Math.max(least, value)) : null
}

/** Nothing is no size. */
const sizeOf = (text: string | null): Unit | null => (Number(text) === 0 ? null : numberOf(text, SMALLEST, LARGEST))
