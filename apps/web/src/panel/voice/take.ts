// In: what is chosen for a take. Out: the request it makes, what its voice is, and whether a sound was made from just that.
import {
  EMOTIONS,
  type Emotion,
  type NamedVoice,
  type RenderedVoice,
  type RenderVoiceRequest,
  type VoiceChoice,
  type VoiceDials,
} from '@psiona/shared'
import type { WavSound } from '../../lib/wav-sound'
import { sameDials } from './dial-table'

export const TAKE_NAMES = ['a', 'b'] as const
export type TakeName = (typeof TAKE_NAMES)[number]
export const otherTake = (name: TakeName): TakeName => (name === 'a' ? 'b' : 'a')

/** 'own': the character's dials. 'dialled': those below. Else the id of a named voice. */
export type TakeVoice = string
export const OWN: TakeVoice = 'own'
export const DIALLED: TakeVoice = 'dialled'

export interface TakeSetup {
  readonly engine: VoiceChoice
  readonly voice: TakeVoice
  /** What was dialled last, kept while another voice is listened to; null = nothing yet. */
  readonly dialled: VoiceDials | null
  /** The voice from which that started. */
  readonly startedFrom: TakeVoice
  readonly emotion: Emotion
}
export const FIRST_SETUP: TakeSetup = {
  engine: { kind: 'psi' },
  voice: OWN,
  dialled: null,
  startedFrom: OWN,
  emotion: {},
}

/** The dials that voices have. */
export interface KnownDials {
  /** The character's; null until they are known. */
  readonly own: VoiceDials | null
  readonly named: readonly NamedVoice[]
}
const dialsOf = (voice: TakeVoice, { own, named }: KnownDials): VoiceDials | null =>
  named.find(({ id }) => id === voice)?.dials ?? own

/** What the dials show; null until anything is known. */
export const shownDials = (setup: TakeSetup, known: KnownDials): VoiceDials | null =>
  setup.voice === DIALLED ? setup.dialled : dialsOf(setup.voice, known)
/** What they stood at before anything was turned. */
export const savedDials = (setup: TakeSetup, known: KnownDials): VoiceDials | null =>
  dialsOf(setup.voice === DIALLED ? setup.startedFrom : setup.voice, known)

/** Turned dials are a voice of their own; turned back they are the one they started from. */
export function dialled(setup: TakeSetup, dials: VoiceDials, known: KnownDials): TakeSetup {
  const startedFrom = setup.voice === DIALLED ? setup.startedFrom : setup.voice
  const saved = dialsOf(startedFrom, known)
  if (saved && sameDials(saved, dials)) return { ...setup, voice: startedFrom, startedFrom, dialled: null }
  return { ...setup, voice: DIALLED, startedFrom, dialled: dials }
}

export const withVoice = (setup: TakeSetup, voice: TakeVoice): TakeSetup => ({ ...setup, voice })
export const withFeeling = (setup: TakeSetup, name: keyof Emotion, strength: number): TakeSetup => {
  const { [name]: _, ...others } = setup.emotion
  return { ...setup, emotion: strength > 0 ? { ...others, [name]: strength } : others }
}

export function takeRequest(setup: TakeSetup, text: string, language: string, known: KnownDials): RenderVoiceRequest {
  const dials = shownDials(setup, known)
  const tongue = language.trim()
  return {
    text,
    engine: setup.engine,
    emotion: setup.emotion,
    seed: 1,
    ...(tongue === '' ? {} : { language: tongue }),
    ...(setup.engine.kind === 'psi' && dials ? { dials } : {}),
  }
}

export interface MadeTake {
  readonly sound: WavSound
  readonly rendered: RenderedVoice
  /** Of what it was made, to tell whether that still holds. */
  readonly request: RenderVoiceRequest
}

export type Staleness = 'text' | 'setup' | null
const feelingOf = (emotion: Emotion) => EMOTIONS.map((name) => emotion[name] ?? 0).join()

/** What has changed since it was made. */
export function staleness({ request }: MadeTake, now: RenderVoiceRequest): Staleness {
  if (request.text !== now.text || request.language !== now.language) return 'text'
  const engine = JSON.stringify(request.engine) === JSON.stringify(now.engine)
  const dials = request.dials && now.dials ? sameDials(request.dials, now.dials) : request.dials === now.dials
  return engine && dials && feelingOf(request.emotion) === feelingOf(now.emotion) ? null : 'setup'
}
