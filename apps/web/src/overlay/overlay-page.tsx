// In: the page's address. Out: the overlay: her picture, and around it subtitles, chat, effects, the badge, and in a browser tab one chip.
import { type CSSProperties, useEffect, useRef, useState } from 'react'
import { BadgeMark } from './badge-mark'
import { BubbleStack } from './bubble-stack'
import { EffectCaptions } from './effect-captions'
import { OverlayChip } from './overlay-chip'
import { type OverlayQuery, overlayQuery } from './overlay-query'
import { OverlaySession } from './overlay-session'
import { freeSide, spaceBeside } from './overlay-space'
import { EMPTY_VIEW } from './overlay-view'
import { StudioPage } from './studio-page'
import { SubtitlePlace } from './subtitle-line'

export function OverlayPage() {
  const [query] = useState(() => overlayQuery(location))
  return query.studio ? <StudioPage query={query} /> : <LiveOverlay query={query} />
}

function LiveOverlay({ query }: { query: OverlayQuery }) {
  const [view, setView] = useState(EMPTY_VIEW)
  const space = useSpace(query)
  const avatar = useRef<HTMLDivElement>(null)
  const effects = useRef<HTMLDivElement>(null)
  const session = useRef<OverlaySession>(null)

  useEffect(() => {
    const opened = new OverlaySession({ avatar: avatar.current!, effects: effects.current! }, query, setView)
    session.current = opened
    // A new token pasted into the address bar changes the fragment only, which by itself loads nothing.
    const reload = () => location.reload()
    window.addEventListener('hashchange', reload)
    return () => {
      window.removeEventListener('hashchange', reload)
      opened.close()
    }
  }, [query])

  const { scene, settings, obs } = view
  const bubbleSide = freeSide(query.align, settings?.bubbles.side ?? 'left')
  const besideSide = freeSide(query.align, settings?.bubbles.on && bubbleSide === 'right' ? 'left' : 'right')
  // Where she leaves no side free, beside her is below her.
  const place = settings?.subtitlePlace === 'beside' && space !== 'side' ? 'bottom' : (settings?.subtitlePlace ?? 'bottom')
  return (
    <main
      className={`overlay align-${query.align} framing-${query.framing} space-${space} place-${place} bubbles-${bubbleSide} beside-${besideSide}`}
      style={
        {
          '--scale': query.scale,
          '--subtitle-scale': settings?.subtitleScale ?? 1,
          '--safe': settings?.safeAreaPercent ?? 0,
          // OBS can show what is behind her.
          background: obs?.inObs ? 'transparent' : query.background,
        } as CSSProperties
      }
      aria-label={scene?.character.name}
      data-obs-scene={obs?.scene || undefined}
      data-obs-active={obs?.active ?? undefined}
    >
      <div ref={avatar} className="avatar" />
      <div ref={effects} className="effects" />
      {view.bubbles.length > 0 && <BubbleStack bubbles={view.bubbles} />}
      {settings && settings.subtitles !== 'off' && (
        <SubtitlePlace shown={view.subtitle} style={settings.subtitles} place={place} scale={settings.subtitleScale} />
      )}
      <div className="captions">
        <EffectCaptions captions={view.captions} />
      </div>
      {settings?.badge && scene && <BadgeMark name={scene.character.name} />}
      {query.ui && obs && !obs.inObs && <OverlayChip view={view} onUnlock={() => session.current?.unlock()} />}
    </main>
  )
}

/** Where the page has space, as its size changes. */
function useSpace(query: OverlayQuery) {
  const [space, setSpace] = useState(() => spaceBeside(innerWidth, innerHeight, query))
  useEffect(() => {
    const look = () => setSpace(spaceBeside(innerWidth, innerHeight, query))
    window.addEventListener('resize', look)
    return () => window.removeEventListener('resize', look)
  }, [query])
  return space
}
