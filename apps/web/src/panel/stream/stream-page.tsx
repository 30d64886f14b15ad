// Out: how she gets on stream: the overlay's address and OBS, Twitch chat, what viewers see.
'use client'
import { PageColumns } from '../page-columns'
import { usePanel } from '../panel-store'
import { DockCard } from './dock-card'
import { ObsCard } from './obs-card'
import { OnScreenCard } from './on-screen-card'
import { OverlayAddressCard } from './overlay-address-card'
import { TwitchCard } from './twitch-card'

export function StreamPage() {
  if (!usePanel((state) => state.known)) return null
  return (
    <PageColumns>
      <div className="grid gap-3">
        <OverlayAddressCard />
        <ObsCard />
      </div>
      <div className="grid gap-3">
        <TwitchCard />
        <OnScreenCard />
        <DockCard />
      </div>
    </PageColumns>
  )
}
