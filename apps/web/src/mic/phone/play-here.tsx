// In: the overlay's address. Out: after a click, which lets it sound, her picture and voice on this phone; until a second one.
import type { PhoneHome } from '@psiona/shared'
import { useState } from 'react'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Icon } from '../../ui/icon'
import { phoneOverlay } from './pairing-address'

export function PlayHere({ home: { character, overlayPath } }: { home: PhoneHome }) {
  const [plays, setPlays] = useState(false)
  return (
    <Card aria-label={`${character.name} on this phone`}>
      {plays && (
        <div className="relative aspect-[4/3] overflow-hidden bg-s2">
          <iframe
            src={phoneOverlay(overlayPath)}
            title={character.name}
            allow="autoplay"
            // Of another scheme than its document, a frame is painted on an opaque ground; the overlay's is the default one.
            className="absolute inset-0 size-full border-0 [color-scheme:light]"
          />
        </div>
      )}
      <div className="flex items-center gap-3 p-3.5">
        <p className="min-w-0 flex-1 text-sm text-ink2">
          {plays
            ? 'Her voice comes from this phone, unless OBS shows her.'
            : `This phone can show ${character.name} and be her voice.`}
        </p>
        <Button onClick={() => setPlays(!plays)}>
          <Icon name={plays ? 'square' : 'play'} />
          {plays ? 'Stop playing here' : 'Play her here'}
        </Button>
      </div>
    </Card>
  )
}
