// In: the page's address. Out: the overlay: her picture, and around it subtitles, the badge, and in a browser tab one chip.
import { type CSSProperties, useEffect, useRef, useState } from 'react'
import { type OverlayQuery, overlayQuery } from './overlay-query'
import { EMPTY_VIEW, OverlaySession } from './overlay-session'
import { StudioPage } from './studio-page'
import { SubtitleLine } from './subtitle-line'

export function OverlayPage() {
  const [query] = useState(() => overlayQuery(location))
  return query.studio ? <StudioPage query={query} /> : <LiveOverlay query={query} />
}

function LiveOverlay({ query }: { query: OverlayQuery }) {
  const [view, setView] = useState(EMPTY_VIEW)
  const host = useRef<HTMLDivElement>(null)
  const session = useRef<OverlaySession>(null)

  useEffect(() => {
    const opened = new OverlaySession(host.current!, query, setView)
    session.current = opened
    // A new token pasted into the address bar changes the fragment only, which by itself loads nothing.
    const reload = () => location.reload()
    window.addEventListener('hashchange', reload)
    return () => {
      window.removeEventListener('hashchange', reload)
      opened.close()
    }
  }, [query])

  const { scene, subtitle, link } = view
  const style = query.subtitles ?? scene?.subtitles ?? 'off'
  const badge = query.badge ?? scene?.badge ?? false
  const mayAsk = query.ui && session.current?.claim.kind !== 'obs'
  return (
    <main
      className={`overlay align-${query.align}`}
      style={{ '--scale': query.scale, background: query.background } as CSSProperties}
      aria-label={scene?.character.name}
    >
      <div ref={host} className="avatar" />
      {badge && scene && (
        <span className="badge" role="img" aria-label={`${scene.character.name} is an AI character`}>
          AI
        </span>
      )}
      {subtitle && style !== 'off' && <SubtitleLine shown={subtitle} style={style} />}
      {mayAsk && link === 'refused' && (
        <p className="chip">This address is not valid any more. Copy the new one from the panel.</p>
      )}
      {mayAsk && link === 'connected' && view.locked && (
        <button type="button" className="chip" onClick={() => session.current?.unlock()}>
          Click for sound
        </button>
      )}
    </main>
  )
}
