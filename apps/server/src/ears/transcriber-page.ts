// The page that has the microphone as a recogniser, by the browser's own speech recognition on that device. In: what the page can and what it recognises. Out: partials and finals of the utterances that run meanwhile.
import { type Ms, type PageEars, type PageTranscript, Problem } from '@psiona/shared'
import type { Clock } from '../clock'
import type { Transcriber } from '../organs'
import { channel, type Topic } from '../streams'
import { createPageResults } from './page-results'
import { healthOfProblem } from './recogniser-health'
import { spokenWords } from './spoken-words'

export interface TranscriberPageOptions {
  readonly clock: Clock
  /** What the page said it can; null = no page has the microphone. */
  readonly ears: () => PageEars | null
  readonly transcripts: Topic<PageTranscript>
  /** BCP 47. */
  readonly language: string
}

/** Words come this long after the voice has ended, when the browser is slow. */
export const GRACE_MS: Ms = 1500
/** When all that came is final, a sentence that has just begun would show within this time. */
export const SETTLED_GRACE_MS: Ms = 300

export const sameLanguage = (one: string, other: string): boolean =>
  one.split('-')[0]!.toLowerCase() === other.split('-')[0]!.toLowerCase()

/** Why the page cannot recognise this language now; null when it can. */
export function pageProblem(ears: PageEars | null, language: string): Problem | null {
  if (!ears)
    return new Problem(
      'ears-page-absent',
      'missing',
      'No page of yours has the microphone, so none can recognise. Turn the microphone on on the Ears page, or choose another recogniser.',
    )
  if (!sameLanguage(ears.language, language))
    return new Problem(
      'ears-page-preparing',
      'busy',
      `The page with the microphone is getting ready for ${language}. Say it again in a moment.`,
    )
  if (ears.state === 'downloadable')
    return new Problem(
      'ears-page-language',
      'missing',
      `The browser with the microphone has no language pack for ${language} yet. Fetch it on the Ears page.`,
    )
  if (ears.state === 'missing')
    return new Problem(
      'ears-page-unable',
      'missing',
      `The browser with the microphone cannot recognise ${language} on its own device. Use Chrome 139 or newer on a computer, or fetch a model on the Ears page.`,
    )
  return null
}

type News = { readonly type: 'heard' | 'stopped' | 'waited' | 'ended' } | { readonly type: 'failed'; readonly cause: unknown }

export function transcriberPage({ clock, ears, transcripts, language }: TranscriberPageOptions): Transcriber {
  const results = createPageResults(clock)
  const unsubscribe = transcripts.subscribe(results.take)
  const closing = new AbortController()

  return {
    name: 'the browser’s own recognition',
    async *transcribe(utterance, signal) {
      const over = new AbortController()
      const either = AbortSignal.any([signal, closing.signal, over.signal])
      if (either.aborted) return
      const problem = pageProblem(ears(), language)
      if (problem) throw problem
      const news = channel<News>()
      const mine = results.begin(() => void news.push({ type: 'heard' }))
      either.addEventListener('abort', () => news.push({ type: 'ended' }), { once: true })
      // The page hears by itself; from the sound we only learn when it is over.
      const follow = async () => {
        for await (const _ of utterance) if (either.aborted) return
        news.push({ type: 'stopped' })
      }
      void follow().catch((cause: unknown) => news.push({ type: 'failed', cause }))
      let timer = new AbortController()
      let text = ''
      let stoppedMs: Ms | null = null
      const wait = (sinceMs: Ms) => {
        timer.abort()
        timer = new AbortController()
        const { signal: waiting } = timer
        const leftMs = Math.max(0, sinceMs + GRACE_MS - clock.monotonicMs())
        void clock.sleep(mine.settled() ? Math.min(SETTLED_GRACE_MS, leftMs) : leftMs, waiting).then(() => {
          if (!waiting.aborted) news.push({ type: 'waited' })
        })
      }
      try {
        for await (const event of news) {
          if (either.aborted) return
          if (event.type === 'failed') throw event.cause
          if (event.type === 'waited' || (event.type === 'heard' && stoppedMs !== null && mine.settled())) break
          if (event.type === 'stopped') stoppedMs = clock.monotonicMs()
          if (stoppedMs !== null) wait(stoppedMs)
          const words = spokenWords(mine.text())
          if (words !== text) yield { text: words, final: false }
          text = words
        }
        text = spokenWords(mine.text())
        mine.close()
        yield { text, final: true }
      } finally {
        mine.drop()
        timer.abort()
        over.abort()
      }
    },
    health() {
      const problem = pageProblem(ears(), language)
      return problem ? healthOfProblem(problem) : { state: 'ok', detail: `the browser’s own, on its device, ${language}` }
    },
    async close() {
      closing.abort()
      unsubscribe()
    },
  }
}
