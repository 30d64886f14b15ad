// In: what its address chose. Out: her picture alone, posed by the page around this frame.
import { useEffect, useRef } from 'react'
import type { OverlayQuery } from './overlay-query'
import { StudioSession } from './studio-session'

export function StudioPage({ query }: { query: OverlayQuery }) {
  const host = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const opened = new StudioSession(host.current!, query)
    return () => opened.close()
  }, [query])
  return (
    <main className="overlay" style={{ background: query.background }}>
      <div ref={host} className="avatar" />
    </main>
  )
}
