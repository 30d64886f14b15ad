// A text flows in, a number that spreads well flows out.
/** 32-bit FNV-1a over UTF-16 units: for look-ups and seeds, not for secrets. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}
