// In: what a browser says about itself. Out: which one it is, as far as its settings look different.
export type BrowserKind = 'obs' | 'edge' | 'firefox' | 'safari' | 'ios' | 'android' | 'chrome'

export interface BrowserSigns {
  readonly userAgent: string
  /** `window.obsstudio` is there. */
  readonly inObs: boolean
  /** Newer iPads call themselves Macs; no Mac has a touch screen. */
  readonly maxTouchPoints: number
}

export function browserKind({ userAgent, inObs, maxTouchPoints }: BrowserSigns): BrowserKind {
  if (inObs || /\bOBS\//.test(userAgent)) return 'obs'
  // On Apple's devices every browser is Safari underneath, with Safari's permissions.
  if (/iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1)) return 'ios'
  if (/Firefox\//.test(userAgent)) return 'firefox'
  if (/Android/.test(userAgent)) return 'android'
  if (/\bEdg\//.test(userAgent)) return 'edge'
  if (/Chrom(e|ium)\//.test(userAgent)) return 'chrome'
  return /Safari\//.test(userAgent) ? 'safari' : 'chrome'
}

export const thisBrowser = (): BrowserKind =>
  browserKind({
    userAgent: navigator.userAgent,
    inObs: 'obsstudio' in window,
    maxTouchPoints: navigator.maxTouchPoints,
  })
