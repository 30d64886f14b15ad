// In: how the page stands. Out: one chip for her owner, with what he can do about it. Never in OBS: viewers would see it.
import type { OverlayView } from './overlay-view'

export function OverlayChip({ view, onUnlock }: { view: OverlayView; onUnlock: () => void }) {
  if (view.link === 'refused') return <p className="chip">This address is not valid any more. Copy the new one from the panel.</p>
  if (view.link === 'connected' && view.locked)
    return (
      <button type="button" className="chip" onClick={onUnlock}>
        Click for sound
      </button>
    )
  return view.trouble === '' ? null : <p className="chip">{view.trouble}</p>
}
