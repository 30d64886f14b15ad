// In: how the connection to OBS is. Out: that in words, and what may be done about it.
import type { ObsState } from '@psiona/shared'
import type { StateLook } from '../state-line'

export interface LinkWords {
  readonly look: StateLook
  readonly title: string
  readonly detail: string
  /** The password is what is missing. */
  readonly wantsPassword: boolean
  /** Trying again now may help. */
  readonly mayRetry: boolean
}

const plainly = (look: StateLook, title: string, detail: string): LinkWords => ({
  look,
  title,
  detail,
  wantsPassword: false,
  mayRetry: false,
})

/** `place`: host and port. What the server says about it is better than what is known from here; where a password is, the form for it says. */
export function obsLinkWords({ link, detail, version }: Pick<ObsState, 'link' | 'detail' | 'version'>, place: string): LinkWords {
  const so = (otherwise: string) => (detail === '' ? otherwise : detail)
  switch (link) {
    case 'off':
      return plainly('off', 'Off.', 'Psiona leaves OBS alone.')
    case 'connecting':
      return plainly('busy', 'Connecting.', `Asking at ${place}.`)
    case 'connected':
      return plainly(detail === '' ? 'ok' : 'trouble', 'Connected.', so(version))
    case 'waiting':
      return {
        ...plainly('busy', 'Not connected.', so(`Nobody answers at ${place}. She tries again every few seconds.`)),
        mayRetry: true,
      }
    case 'no-password':
      return { ...plainly('trouble', 'OBS wants a password.', 'Put it in below, and she connects at once.'), wantsPassword: true }
    case 'wrong-password':
      return {
        ...plainly('trouble', 'OBS said the password is wrong.', 'Copy it from OBS again and put it in below.'),
        wantsPassword: true,
        mayRetry: true,
      }
    case 'too-old':
      return {
        ...plainly('trouble', 'This OBS is too old.', so('Update OBS to version 28 or newer, then press Connect.')),
        mayRetry: true,
      }
    default:
      return link satisfies never
  }
}
