// What page, uplink worker and capture worklet say to each other. Sound goes from the worklet straight to the worker; levels go to the page.
// Closed unions; a switch over them ends in `satisfies never`.
import type { MicMode, MicOpen, MicrophoneState, PageEars, PageEarsOrder, PageTranscript } from '@psiona/shared/mic-wire'
import type { Ms } from '@psiona/shared/units'
import type { InputLevel } from './input-level'

/** Page → worklet, once: where packets go. */
export interface CapturePort {
  readonly type: 'uplink'
  readonly port: MessagePort
}
/** Worklet → page. */
export interface CaptureNews {
  readonly type: 'level'
  readonly level: InputLevel
}
/** Worklet → worker: a packet without its place. */
export interface CapturedPacket {
  readonly bytes: ArrayBuffer
  /** Date.now() when its last sample was there. */
  readonly capturedMs: Ms
}

export type MicSwitch =
  | { readonly name: 'mute'; readonly muted: boolean }
  | { readonly name: 'mode'; readonly mode: MicMode }
  | { readonly name: 'talk'; readonly held: boolean }

/** Page → worker. */
export type UplinkOrder =
  | { readonly type: 'connect'; readonly origin: string; readonly standby: boolean }
  /** A microphone runs, or goes by another name now; its packets come on `port`. */
  | { readonly type: 'plug'; readonly open: MicOpen; readonly port: MessagePort }
  | { readonly type: 'unplug' }
  | { readonly type: 'switch'; readonly change: MicSwitch }
  | { readonly type: 'page-ears'; readonly ears: PageEars }
  | { readonly type: 'transcript'; readonly transcript: PageTranscript }

/** Worker → page. */
export type UplinkNews =
  | { readonly type: 'link'; readonly link: 'off' | 'connecting' | 'live' }
  /** In the server's words. */
  | { readonly type: 'refused'; readonly reason: string }
  | { readonly type: 'house'; readonly house: MicrophoneState }
  | { readonly type: 'recognise'; readonly order: PageEarsOrder }
  /** The server speaks another protocol than this page. */
  | { readonly type: 'outdated' }
