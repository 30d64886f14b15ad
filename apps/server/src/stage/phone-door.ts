// What the API does with phones. In: the owner's wishes, and the code a phone presents. Out: offers with their QR code, the list, a paired phone with its cookie.
import { type LanState, type PairRequest, type PhoneHome, Problem, sanitise } from '@psiona/shared'
import type { z } from 'zod'
import type { Clock } from '../clock'
import { overlayPath } from './address'
import type { PhoneDoor } from './api-handlers'
import { createPairing } from './pairing'
import type { Phones } from './phones'
import { qrCode } from './qr-code'

/** Graphemes; fits a line of the panel's list. */
const MAX_NAME_GRAPHEMES = 40

export interface PairedPhone {
  readonly ok: true
  readonly phoneId: string
  /** The Set-Cookie value by which this phone is known from now on. */
  readonly cookie: string
}

export interface OpenPhoneDoor extends PhoneDoor {
  /** `formerId`: as which phone the caller is known so far; the new pairing replaces that one.
   *  @throws Problem 'nothing-readable' | 'bad-code' | 'data-not-writable' */
  pair(request: z.output<typeof PairRequest>, formerId?: string | null): Promise<PairedPhone>
}

export interface PhoneDoorParts {
  readonly clock: Clock
  readonly phones: Phones
  readonly lan: () => LanState
  readonly character: () => PhoneHome['character']
  readonly overlayToken: () => string
  readonly cookieOf: (token: string) => string
  /** Ends the phone's connections at once. */
  readonly disconnect: (phoneId: string) => void
}

export function createPhoneDoor(parts: PhoneDoorParts): OpenPhoneDoor {
  const { phones, lan } = parts
  const pairing = createPairing(parts.clock)
  const remove = async (id: string) => {
    const removed = phones.remove(id)
    parts.disconnect(id)
    await removed
  }
  return {
    list() {
      const state = lan()
      return { lan: { ...state, remedy: state.remedy ?? phones.note }, phones: phones.list() }
    },
    async offer() {
      const { origins, remedy } = lan()
      const [origin] = origins
      if (origin === undefined)
        throw new Problem('no-lan', 'refused', remedy ?? 'No phone can reach this machine. Look at the settings for phones.')
      const { code, expiresAt } = pairing.newCode()
      // In the fragment it is in no request, no log and no Referer.
      const url = `${origin}/mic#pair=${code}`
      return { url, qrSvg: qrCode(url, 'The code that pairs a phone'), expiresAt }
    },
    remove,
    home: () => ({ character: parts.character(), overlayPath: overlayPath(parts.overlayToken()) }),
    async pair({ code, name }, formerId = null) {
      const shown = sanitise(name, MAX_NAME_GRAPHEMES)
      if (shown === '')
        throw new Problem('nothing-readable', 'input', 'name: nothing readable is left of it. Write letters or digits.')
      // Wrong, used, outlived: whoever guesses learns nothing from the answer.
      if (!pairing.redeem(code))
        throw new Problem('bad-code', 'refused', 'This code does not count any more. Make a new one in the panel and scan it.')
      const { id, token } = await phones.add(shown)
      if (formerId !== null) await remove(formerId)
      return { ok: true, phoneId: id, cookie: parts.cookieOf(token) }
    },
  }
}
