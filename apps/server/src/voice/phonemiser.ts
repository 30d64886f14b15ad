// The port of phonemisers. In: clauses of one text and a language tag. Out: what each sounds like, in IPA; which program does it is the adapter's business.
import type { PartHealth } from '@psiona/shared'

export interface Phonemiser {
  /** Shown in the panel: 'espeak-ng'. */
  readonly name: string
  /** Whether it is on this machine at all. */
  installed(): boolean
  /** The phonemiser's own name of a language, or null when it is not there or does not speak it. Never rejects. */
  voiceFor(language: string): Promise<string | null>
  /** One line of IPA per clause, in order. @throws Problem */
  ipa(clauses: readonly string[], voice: string, signal: AbortSignal): Promise<readonly string[]>
  close(): Promise<void>
}

/** How she speaks a language, for the row 'voice'. */
export type LanguageHealth = Pick<PartHealth, 'state' | 'detail' | 'remedy'>
