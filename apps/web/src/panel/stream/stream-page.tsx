// Out: how she gets on stream: the overlay's address and OBS, Twitch chat, what viewers see.
'use client'
import { PageColumns } from '../page-columns'
import { usePanel } from '../panel-store'
import { BubblesCard } from './bubbles-card'
import { DockCard } from './dock-card'
import { EffectsCard } from './effects-card'
import { ObsCard } from './obs-card'
import { OnScreenCard } from './on-screen-card'
import { OverlayAddressCard } from './overlay-address-card'
import { PictureCard } from './picture-card'
import { TwitchCard } from './twitch-card'

export function StreamPage() {
  if (!usePanel((state) => state.known)) return null
  return (
    <PageColumns className="vast:max-w-none vast:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
      <div className="grid min-w-0 gap-3">
        <OverlayAddressCard />
        <ObsCard />
        <TwitchCard />
        <EffectsCard />
      </div>
      <div className="grid min-w-0 items-start gap-3 vast:grid-cols-2">
        <div className="grid min-w-0 gap-3">
          <OnScreenCard />
          <BubblesCard />
        </div>
        <div className="grid min-w-0 gap-3">
          <PictureCard />
          <DockCard />
        </div>
      </div>
    </PageColumns>
  )
}
