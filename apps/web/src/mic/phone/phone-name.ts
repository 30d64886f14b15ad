// In: what a browser tells of its device. Out: a name its owner knows it by.
const LONGEST_NAME = 60

/** `model`: where the browser tells it when asked; '' elsewhere. */
export function phoneName(userAgent: string, model: string): string {
  const name = model.trim()
  if (name !== '') return name.slice(0, LONGEST_NAME)
  if (/iPhone/.test(userAgent)) return 'iPhone'
  if (/iPad/.test(userAgent)) return 'iPad'
  if (/Android/.test(userAgent)) return /Mobile/.test(userAgent) ? 'Android phone' : 'Android tablet'
  return 'Phone'
}

interface UserAgentData {
  getHighEntropyValues(hints: readonly string[]): Promise<{ readonly model?: string }>
}
declare global {
  interface Navigator {
    /** Chromium's; the model is no longer in its user agent text. */
    readonly userAgentData?: UserAgentData
  }
}

export async function thisPhoneName(): Promise<string> {
  let model = ''
  try {
    model = (await navigator.userAgentData?.getHighEntropyValues(['model']))?.model ?? ''
  } catch {
    // The browser keeps it to itself; the kind of device will do.
  }
  return phoneName(navigator.userAgent, model)
}
