// In: what went wrong with the microphone, and in which browser. Out: two short sentences: what is so, what to do.
import type { BrowserKind } from './browser-kind'
import type { MicProblem, MicProblemCode } from './microphone-view'

const ALLOW: Readonly<Record<BrowserKind, string>> = {
  chrome: 'Click the sign left of the address, switch Microphone on, then start it again.',
  edge: 'Click the lock left of the address, set Microphone to Allow, then start it again.',
  firefox: 'Click the crossed-out microphone left of the address, remove the block, then start it again.',
  safari: 'Open Settings for this website in the Safari menu, set Microphone to Allow, then start it again.',
  ios: 'Tap the page menu beside the address, Website Settings, set Microphone to Allow, then start it again.',
  android: 'Tap the sign left of the address, Permissions, allow the microphone, then start it again.',
  obs: 'Open the panel in a browser for the microphone, or start OBS with --use-fake-ui-for-media-stream.',
}

/** Where a person looks for a switch that silences every program. */
const SYSTEM_SWITCH = "Look at the microphone's own switch, the mute key of the keyboard, and the privacy settings of the system."

const problem = (code: MicProblemCode, what: string, act: string): MicProblem => ({ code, what, do: act })

export const MIC_PROBLEMS = {
  insecure: problem(
    'insecure',
    'This browser gives no microphone to this address.',
    'Open Psiona at http://localhost on its own computer, or at https on a phone.',
  ),
  systemMuted: problem('system-muted', 'The system has muted this microphone.', SYSTEM_SWITCH),
  noSound: problem(
    'no-sound',
    'No sound at all comes from this microphone.',
    `Choose another, or find what mutes it. ${SYSTEM_SWITCH}`,
  ),
  heldBack: problem(
    'held-back',
    'The browser holds the microphone back until this page is touched.',
    'Click anywhere in this page.',
  ),
  taken: problem('taken', 'Another tab took the microphone.', 'Take it back, or close this tab.'),
  broken: problem('broken', 'The microphone stopped working.', 'It is opened again by itself. If this stays, choose another.'),
  outdated: problem('outdated', 'Psiona was updated.', 'Reload this page.'),
  notLoaded: problem(
    'not-loaded',
    'A part of this page could not be loaded.',
    'It is tried again by itself. If this stays, reload the page.',
  ),
} as const

export const elsewhere = (tab: string): MicProblem =>
  problem(
    'elsewhere',
    tab === '' ? 'Another tab has the microphone.' : `The tab “${tab}” has the microphone.`,
    'Take it over, or close that tab.',
  )

export const deviceGone = (label: string): MicProblem =>
  problem(
    'device-gone',
    `${label === '' ? 'The chosen microphone' : label} is not connected. She hears the default microphone.`,
    'Plug it in again and it is used at once, or choose another.',
  )

/** The server says both in one: what is so, what to do. */
export const inItsWords = (message: string): MicProblem => problem('refused', message, '')

/** `name`: of the error that getUserMedia rejected with. */
export function captureProblem(name: string, browser: BrowserKind): MicProblem {
  switch (name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return problem(
        'denied',
        browser === 'obs' ? 'OBS lets no dock use a microphone.' : 'This browser does not let Psiona use the microphone.',
        ALLOW[browser],
      )
    case 'NotFoundError':
    case 'OverconstrainedError':
      return problem('no-device', 'There is no microphone.', 'Plug one in; it starts by itself.')
    case 'NotReadableError':
    case 'AbortError':
      return problem(
        'device-busy',
        'Another program has the microphone, or the system keeps it back.',
        'Close what uses it, look at the privacy settings of the system, then start it again.',
      )
    default:
      return MIC_PROBLEMS.broken
  }
}

/** The worst first: what the others depend on. */
const ORDER: readonly MicProblemCode[] = [
  'outdated',
  'insecure',
  'denied',
  'no-device',
  'device-busy',
  'elsewhere',
  'taken',
  'refused',
  'not-loaded',
  'broken',
  'held-back',
  'system-muted',
  'no-sound',
  'device-gone',
]

/** The one to show of those that are so. */
export const worstOf = (problems: readonly MicProblem[]): MicProblem | null =>
  [...problems].sort((a, b) => ORDER.indexOf(a.code) - ORDER.indexOf(b.code))[0] ?? null
