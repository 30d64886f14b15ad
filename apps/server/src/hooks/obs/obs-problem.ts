// What OBS refused, or that it is gone, comes in; a Problem that says what to do comes out. OBS's own words are left behind: they repeat names.
import { Problem } from '@psiona/shared'

/** obs-websocket's own numbers. */
export const OBS_CODE = {
  notReady: 207,
  alreadyRunning: 500,
  notRunning: 501,
  notFound: 600,
  nameTaken: 601,
  wrongKind: 602,
  noSound: 604,
  kindUnsupported: 605,
  noPicture: 702,
} as const

export class ObsRefusal extends Error {
  readonly code: number
  constructor(request: string, code: number) {
    super(`OBS refused ${request} with ${code}`)
    this.name = 'ObsRefusal'
    this.code = code
  }
}

export const obsGone = (): Problem =>
  new Problem('obs-not-connected', 'busy', 'OBS is not connected. Start OBS and wait until the panel says connected.')
export const obsSlow = (): Problem =>
  new Problem('obs-slow', 'busy', 'OBS did not answer in time. Look for an open dialogue in OBS and try again.')

const isRefusal = (cause: unknown, code: number) => cause instanceof ObsRefusal && cause.code === code
export const isMissing = (cause: unknown): boolean => isRefusal(cause, OBS_CODE.notFound)

/** Null instead of what OBS refuses; everything else goes on being thrown. */
export const orNull = async <T>(answer: Promise<T>): Promise<T | null> => {
  try {
    return await answer
  } catch (cause) {
    if (cause instanceof ObsRefusal) return null
    throw cause
  }
}

/** `what`: 'scene “Break”', as the owner calls it. */
export function obsProblem(cause: unknown, what: string): Problem {
  if (cause instanceof Problem) return cause
  if (!(cause instanceof ObsRefusal))
    return new Problem('obs-failed', 'broken', 'Something failed on the way to OBS. Try again.', { cause })
  switch (cause.code) {
    case OBS_CODE.notReady:
      return new Problem('obs-not-ready', 'busy', 'OBS is loading. Try again in a few seconds.')
    case OBS_CODE.alreadyRunning:
      return new Problem('obs-already-running', 'refused', `OBS does that already: ${what}. There is nothing to do.`)
    case OBS_CODE.notRunning:
      return new Problem('obs-not-running', 'refused', `That does not run in OBS: ${what}. Start it in OBS first.`)
    case OBS_CODE.notFound:
      return new Problem('obs-not-found', 'missing', `OBS has no ${what}. Choose one that is there, or name it so in OBS.`)
    case OBS_CODE.nameTaken:
      return new Problem('obs-name-taken', 'input', `OBS has something else of that name: ${what}. Rename it in OBS.`)
    case OBS_CODE.wrongKind:
      return new Problem('obs-wrong-kind', 'input', `OBS cannot do that with ${what}. Choose another one.`)
    case OBS_CODE.noSound:
      return new Problem('obs-no-sound', 'input', `In OBS this makes no sound: ${what}. Choose an audio source.`)
    case OBS_CODE.kindUnsupported:
      return new Problem(
        'obs-kind-unsupported',
        'refused',
        `This OBS lacks the plugin for ${what}. Install OBS from obsproject.com.`,
      )
    case OBS_CODE.noPicture:
      return new Problem('obs-no-picture', 'refused', `OBS has no picture of ${what}. Make it visible in OBS and try again.`)
    default:
      return new Problem('obs-refused', 'refused', `OBS refused that (code ${cause.code}): ${what}. Do it in OBS by hand.`)
  }
}
