// Plain text flows in; what in it belongs to somebody and is nobody else's business flows out.

import type { Finding, Place } from './finding'
import { findAddresses } from './home-addresses'
import type { PlainText } from './plain-text'
import { findNumbers } from './private-numbers'
import { findMail, findNetAddresses, findPlaces, findSecrets } from './private-text'
import { findSpokenNumbers } from './spoken-numbers'

export function findPersonalData(plain: PlainText): Finding[] {
  const places: Place[] = [
    findNumbers,
    findSpokenNumbers,
    findMail,
    findNetAddresses,
    findPlaces,
    findSecrets,
    findAddresses,
  ].flatMap((find) => find(plain.text))
  return places.map(({ what, from, to }) => ({
    offence: 'personal-data',
    rule: `personal-data:${what}`,
    mild: false,
    from: plain.at(from),
    to: plain.at(to),
  }))
}
