// What the overlay's parts tell React: everything that stands around her picture.
import type { Scene } from '@psiona/shared/overlay-wire'
import type { OverlaySettings } from '@psiona/shared/settings'
import type { Link } from './feed-messages'
import type { ObsStanding } from './obs-studio'
import type { SceneryView } from './overlay-scenery'
import type { ShownSubtitle } from './subtitle-track'

export interface OverlayView extends SceneryView {
  readonly link: Link
  readonly scene: Scene | null
  /** The settings with what the address chose over them; null before the first scene. */
  readonly settings: OverlaySettings | null
  readonly subtitle: ShownSubtitle | null
  /** A click would let her sound here. */
  readonly locked: boolean
  /** Why she is not drawn as she should be, for her owner; '' when all is well. */
  readonly trouble: string
  /** Null before the page has looked: until then it may be one in OBS. */
  readonly obs: ObsStanding | null
}

export const EMPTY_VIEW: OverlayView = {
  link: 'connecting',
  scene: null,
  settings: null,
  subtitle: null,
  bubbles: [],
  captions: [],
  locked: false,
  trouble: '',
  obs: null,
}
