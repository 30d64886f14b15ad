// Who sounds. In: claims of clients and their leaving. Out: the one client that plays.
import type { Claim, Snapshot } from '@psiona/shared'

export type SoundingKind = Snapshot['soundingClient']

/** OBS is the show; on a phone somebody asked for it; a tab is somebody looking; the preview is the last resort. */
const RANK: Readonly<Record<Claim['kind'], number>> = { preview: 1, tab: 2, phone: 3, obs: 4 }

export interface Sounding {
  claim(clientId: string, claim: Claim): void
  leave(clientId: string): void
  clientId(): string | null
  kind(): SoundingKind
}

export function createSounding(): Sounding {
  /** In the order of the claims: the newest last. Only those that may play. */
  const claims = new Map<string, Claim['kind']>()
  const winner = (): [string, Claim['kind']] | null => {
    let best: [string, Claim['kind']] | null = null
    for (const entry of claims) if (!best || RANK[entry[1]] >= RANK[best[1]]) best = entry
    return best
  }
  return {
    claim(clientId, { kind, unlocked }) {
      claims.delete(clientId)
      if (unlocked) claims.set(clientId, kind)
    },
    leave(clientId) {
      claims.delete(clientId)
    },
    clientId: () => winner()?.[0] ?? null,
    kind: () => winner()?.[1] ?? 'none',
  }
}
