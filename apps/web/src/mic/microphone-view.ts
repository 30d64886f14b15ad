// What a page knows of its microphone. Plain values; nothing flows in.
import type { MicrophoneState } from '@psiona/shared/mic-wire'

/** 'unavailable': this page may not even ask, because its address is not secure or the browser has no microphones. */
export type MicPermission = 'unknown' | 'prompt' | 'granted' | 'denied' | 'unavailable'

/** 'refused': the server answers, but does not let this page in; the problem says why. */
export type MicSocket = 'off' | 'connecting' | 'live' | 'refused'

/** `deviceId` '' is the system's default. */
export interface MicDevice {
  readonly deviceId: string
  readonly label: string
}

/** What the browser does to the sound before she hears it. */
export interface MicProcessing {
  readonly echo: boolean
  readonly noise: boolean
  readonly gain: boolean
}

/** 'elsewhere' and 'taken': `takeOver` cures it. 'held-back': any click cures it. The others a person cures as `do` says. */
export type MicProblemCode =
  | 'insecure'
  | 'denied'
  | 'no-device'
  | 'device-busy'
  | 'device-gone'
  | 'system-muted'
  | 'no-sound'
  | 'held-back'
  | 'elsewhere'
  | 'taken'
  | 'refused'
  | 'broken'
  | 'outdated'
  | 'not-loaded'

/** Two short sentences for the person: what is so, what to do. */
export interface MicProblem {
  readonly code: MicProblemCode
  readonly what: string
  readonly do: string
}

/** The browser's own recognition, on this device. `install` in the microphone fetches what 'downloadable' lacks. */
export interface PageEarsView {
  readonly state: 'unknown' | 'ready' | 'downloadable' | 'downloading' | 'missing'
  /** BCP 47; of what was asked about last. */
  readonly language: string
  /** The server asks this page to recognise. */
  readonly wanted: boolean
  /** It is wanted, and it runs. */
  readonly on: boolean
}

export interface MicrophoneView {
  readonly permission: MicPermission
  /** The first is the default. Without permission browsers name none. */
  readonly devices: readonly MicDevice[]
  /** What was chosen; '' = the default. May differ from what is in use while the chosen one is unplugged. */
  readonly deviceId: string
  /** The name of the device in use; '' while none is. */
  readonly label: string
  /** Somebody pressed Start and has not pressed Stop; it may still be on its way, or in trouble. */
  readonly wanted: boolean
  /** Sound is being captured by this page. */
  readonly running: boolean
  readonly socket: MicSocket
  readonly problem: MicProblem | null
  readonly processing: MicProcessing
  /** The house's switches as the server last said; null until it has said so on this page's /mic socket. */
  readonly house: MicrophoneState | null
  /** She listens to this page's microphone, not to another's. */
  readonly heard: boolean
  readonly pageEars: PageEarsView
}

/** Each about 66 ms of sound, as captured, whether it is sent or not. */
export interface MicLevel {
  readonly dbfs: number
  readonly peakDbfs: number
  readonly clips: boolean
  /** performance.now() of its arrival. */
  readonly atMs: number
}

/** What counts as no level at all. */
export const NO_LEVEL_DBFS = -120
export const NO_LEVEL: MicLevel = { dbfs: NO_LEVEL_DBFS, peakDbfs: NO_LEVEL_DBFS, clips: false, atMs: 0 }

/** As the server's text shows it. */
export const FIRST_VIEW: MicrophoneView = {
  permission: 'unknown',
  devices: [],
  deviceId: '',
  label: '',
  wanted: false,
  running: false,
  socket: 'off',
  problem: null,
  processing: { echo: true, noise: true, gain: true },
  house: null,
  heard: false,
  pageEars: { state: 'unknown', language: '', wanted: false, on: false },
}
