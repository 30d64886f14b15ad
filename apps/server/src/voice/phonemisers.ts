// Text and its language flow in; phrases the engine can speak flow out, by the first phonemiser that knows the language. English needs none.
import { ipaPhrases, isEnglish, letterPhrases, type Phrase, writtenClauses } from '@psiona/psi'
import { Problem } from '@psiona/shared'
import type { LanguageHealth, Phonemiser } from './phonemiser'

export interface Speakable {
  /** Null: the engine reads the text by its English rules. */
  readonly phrases: readonly Phrase[] | null
  /** What the owner should know; null when all is well. */
  readonly note: string | null
}

export interface Phonemisers {
  /** Never rejects, and never leaves out a text that has letters. */
  speakable(text: string, language: string, signal?: AbortSignal): Promise<Speakable>
  /** Looks whether that language can be spoken. Never rejects. */
  check(language: string): Promise<LanguageHealth>
  /** What the last look, or the last line, has shown; null before. */
  health(language: string): LanguageHealth | null
  close(): Promise<void>
}

/** Greetings, thanks and the like come again and again. */
const MOST_CACHED = 128
/** A character has one language; a listening page may try others. */
const MOST_LANGUAGES = 64
const INSTALL = 'Install espeak-ng: apt install espeak-ng, brew install espeak-ng, or its installer for Windows.'
const OTHERWISE = 'she reads it by English rules'

export function createPhonemisers(adapters: readonly Phonemiser[]): Phonemisers {
  const cache = new Map<string, Speakable>()
  const known = new Map<string, LanguageHealth>()
  const learn = (language: string, health: LanguageHealth): LanguageHealth => {
    keepLatest(known, language, health, MOST_LANGUAGES)
    return health
  }
  const ok = (language: string, name: string) => learn(language, { state: 'ok', detail: `speaks ${language} by ${name}` })
  const none = (language: string) => {
    const there = adapters.filter((adapter) => adapter.installed()).map(({ name }) => name)
    return learn(
      language,
      there.includes('espeak-ng')
        ? {
            state: 'trouble',
            detail: `espeak-ng does not speak ${language}: ${OTHERWISE}.`,
            remedy: 'Choose a language that espeak-ng --voices lists, on the character’s page.',
          }
        : {
            state: 'trouble',
            detail: `Nothing on this machine tells how ${language} sounds${there.length > 0 ? ` (${there.join(', ')} does not know it)` : ''}: ${OTHERWISE}.`,
            remedy: INSTALL,
          },
    )
  }
  const broken = (language: string, cause: unknown) => {
    const why = cause instanceof Problem ? cause.message : 'The phonemiser failed.'
    const [detail = '', ...remedy] = why.split(/(?<=\.) /)
    return learn(language, {
      state: 'trouble',
      detail: `${detail.replace(/\.$/, '')}: ${OTHERWISE}.`,
      remedy: remedy.join(' ') || INSTALL,
    })
  }
  const remember = (key: string, speakable: Speakable): Speakable => {
    keepLatest(cache, key, speakable, MOST_CACHED)
    return speakable
  }
  const bestEffort = (text: string, language: string, { detail, remedy }: LanguageHealth): Speakable => ({
    phrases: letterPhrases(text, language),
    note: [detail, remedy].filter(Boolean).join(' '),
  })

  return {
    async speakable(text, language, signal = new AbortController().signal) {
      if (isEnglish(language)) return { phrases: null, note: null }
      const key = `${language}\n${text}`
      const cached = cache.get(key)
      if (cached) return remember(key, cached)
      const clauses = writtenClauses(text, language)
      if (clauses.length === 0) return { phrases: [], note: null }
      const read = clauses.map(({ said }) => said).filter(Boolean)
      if (read.length === 0) return { phrases: ipaPhrases(clauses, [], language), note: null }
      let trouble: LanguageHealth | null = null
      for (const adapter of adapters) {
        const voice = await adapter.voiceFor(language)
        if (voice === null) continue
        try {
          const ipa = await adapter.ipa(read, voice, signal)
          if (ipa.every((line) => line.trim() === '')) continue
          let next = 0
          const lines = clauses.map(({ said }) => (said ? (ipa[next++] ?? '') : ''))
          const phrases = ipaPhrases(clauses, lines, language)
          ok(language, adapter.name)
          return remember(key, { phrases, note: null })
        } catch (cause) {
          if (signal.aborted) return { phrases: null, note: null }
          trouble = broken(language, cause)
        }
      }
      return bestEffort(text, language, trouble ?? none(language))
    },
    async check(language) {
      if (isEnglish(language)) return learn(language, { state: 'ok', detail: `speaks ${language} by its own dictionary` })
      for (const adapter of adapters) if ((await adapter.voiceFor(language)) !== null) return ok(language, adapter.name)
      return none(language)
    },
    health: (language) => known.get(language) ?? null,
    async close() {
      await Promise.all(adapters.map((adapter) => adapter.close()))
    },
  }
}

function keepLatest<V>(kept: Map<string, V>, key: string, value: V, most: number): void {
  kept.delete(key)
  kept.set(key, value)
  const oldest = kept.keys().next().value
  if (kept.size > most && oldest !== undefined) kept.delete(oldest)
}
