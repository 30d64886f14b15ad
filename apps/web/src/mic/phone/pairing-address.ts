// In: addresses. Out: the pairing code in this page's, the overlay's with the sign that a phone shows it.

/** `hash`: '#pair=CODE', as the panel's code leads here. Null when this page was opened without one. */
export const pairingCode = (hash: string): string | null => new URLSearchParams(hash.replace(/^#/, '')).get('pair') || null

/** `overlayPath` carries its display token in the fragment, which stays last. */
export function phoneOverlay(overlayPath: string): string {
  const [before = '', fragment] = overlayPath.split('#', 2)
  return `${before}${before.includes('?') ? '&' : '?'}phone=1${fragment === undefined ? '' : `#${fragment}`}`
}
