// In: an address somebody typed. Out: what can honestly be said about it: its host, and who can listen on the way there.
const urlOf = (address: string): URL | null => (URL.canParse(address) ? new URL(address) : null)

/** The host of an address if it is a whole http(s) one, else null. */
export function hostOf(address: string): string | null {
  const url = urlOf(address)
  return url && /^https?:$/.test(url.protocol) && url.hostname !== '' ? url.hostname : null
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

export const staysHere = (host: string): boolean => LOOPBACK.test(host)

/** Unencrypted, and not to this computer: others on the way can read along. */
export const isOpenOnTheWay = (address: string): boolean => {
  const url = urlOf(address)
  return url !== null && url.protocol === 'http:' && !staysHere(url.hostname)
}
