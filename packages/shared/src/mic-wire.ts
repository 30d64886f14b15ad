// The /mic namespace: microphone sound and its switches one way, what became of them the other.
import { z } from 'zod'

/** 'muted': she does not use the microphone at all and reads the chat. */
export const MicMode = z.enum(['open', 'push-to-talk', 'muted'])
export type MicMode = z.infer<typeof MicMode>

export const MicKind = z.enum(['panel', 'phone', 'program', 'command'])
export type MicKind = z.infer<typeof MicKind>

/** The microphone as all panels and microphones see it. */
export const MicrophoneState = z.object({
  /** Whose sound she listens to; null = no microphone is connected. */
  source: z.object({ micId: z.string(), kind: MicKind, label: z.string() }).nullable(),
  mode: MicMode,
  /** The mute button, apart from the mode. Nothing is heard, whatever the mode. */
  muted: z.boolean(),
  /** The talk key is down (push-to-talk). */
  held: z.boolean(),
})
export type MicrophoneState = z.infer<typeof MicrophoneState>

export const MicrophoneChange = z.strictObject({
  mode: MicMode.optional(),
  muted: z.boolean().optional(),
  held: z.boolean().optional(),
})
export type MicrophoneChange = z.infer<typeof MicrophoneChange>

/** Who opens it. A page keeps its micId and goes on counting after a reconnect; a second run of a program takes a new one. */
export const MicOpen = z.strictObject({
  micId: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/),
  kind: z.enum(['panel', 'phone', 'program']),
  /** The device's name, for people. */
  label: z.string().max(100),
})
export type MicOpen = z.infer<typeof MicOpen>
/** `nextSequence`: the first packet the server does not have; what the page still has from there on it sends again. */
export const MicOpened = z.object({ nextSequence: z.number().int().nonnegative() })
export type MicOpened = z.infer<typeof MicOpened>

/** What the page's own recognition (on the device, never elsewhere) can do. */
export const PageEars = z.strictObject({ state: z.enum(['ready', 'downloadable', 'missing']), language: z.string().max(35) })
export type PageEars = z.infer<typeof PageEars>
/** A stretch of text recognised by the page; the same `resultId` again replaces it. */
export const PageTranscript = z.strictObject({
  resultId: z.number().int().nonnegative(),
  text: z.string().max(4096),
  final: z.boolean(),
})
export type PageTranscript = z.infer<typeof PageTranscript>
/** Whether the page is to recognise, and in which language. */
export const PageEarsOrder = z.object({ on: z.boolean(), language: z.string() })
export type PageEarsOrder = z.infer<typeof PageEarsOrder>

export interface MicClientEvents {
  open: (open: MicOpen, opened: (reply: MicOpened) => void) => void
  /** u32 sequence, u32 spare, f64 atSample (little-endian), then MIC_CHUNK_SAMPLES i16. */
  pcm: (bytes: ArrayBuffer) => void
  mute: (muted: boolean) => void
  mode: (mode: MicMode) => void
  /** The talk key goes down or up. */
  talk: (held: boolean) => void
  'page-ears': (ears: PageEars) => void
  transcript: (transcript: PageTranscript) => void
}
export interface MicServerEvents {
  state: (state: MicrophoneState) => void
  recognise: (order: PageEarsOrder) => void
}
