// Phones on the local network: how one is paired, and which are.
import { z } from 'zod'

/** The listener for the local network. */
export const LanState = z.object({
  on: z.boolean(),
  /** https://192.168.1.20:3211; the first is the likeliest. Empty while off. */
  origins: z.array(z.string()),
  /** SHA-256 of its certificate, in pairs with colons; what a careful person compares before trusting it. */
  fingerprint: z.string().nullable(),
  /** What to do when it is off or in trouble. */
  remedy: z.string().nullable(),
})
export type LanState = z.infer<typeof LanState>

export const Phone = z.object({
  id: z.string(),
  name: z.string(),
  pairedAt: z.number(),
  lastSeenAt: z.number(),
})
export type Phone = z.infer<typeof Phone>

export const PhonesReply = z.object({ lan: LanState, phones: z.array(Phone) })
export type PhonesReply = z.infer<typeof PhonesReply>

/** Good for one phone and for a short time. */
export const PairingOffer = z.object({ url: z.string(), qrSvg: z.string(), expiresAt: z.number() })
export type PairingOffer = z.infer<typeof PairingOffer>

export const PairRequest = z.strictObject({ code: z.string().min(1).max(128), name: z.string().min(1).max(60) })

/** What the phone's page needs to know. `overlayPath`: the page that shows and plays her, with its display token. */
export const PhoneHome = z.object({ character: z.object({ id: z.string(), name: z.string() }), overlayPath: z.string() })
export type PhoneHome = z.infer<typeof PhoneHome>
