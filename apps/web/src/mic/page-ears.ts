// In: the server's order to recognise, the microphone's track. Out: words, recognised by this browser on this device; never by a service:
// what cannot be told to stay here is not started.
import type { PageEarsOrder, PageEars as PageEarsWire, PageTranscript } from '@psiona/shared/mic-wire'
import type { PageEarsView } from './microphone-view'
import type { BrowserRecognition, BrowserRecognitionMaker } from './speech-recognition.external'

/** One that ends sooner than this has failed rather than paused, and is not started again at once. */
const STARTED_FOR_MS = 1000
const LONGEST_TEXT = 4096
/** Trying again does not help. */
const LASTING = new Set(['language-not-supported', 'service-not-allowed', 'not-allowed'])

export interface PageEarsListener {
  ears(ears: PageEarsWire): void
  words(transcript: PageTranscript): void
  view(view: PageEarsView): void
}

export class PageEars {
  readonly #maker: BrowserRecognitionMaker | null
  readonly #listener: PageEarsListener
  #state: PageEarsView['state'] = 'unknown'
  #order: PageEarsOrder = { on: false, language: '' }
  #track: MediaStreamTrack | null = null
  #muted = false
  #running: BrowserRecognition | null = null
  #startedMs = 0
  #nextResultId = 0
  #again: ReturnType<typeof setTimeout> | null = null

  constructor(maker: BrowserRecognitionMaker | null, listener: PageEarsListener) {
    this.#maker = maker
    this.#listener = listener
  }

  obey(order: PageEarsOrder): void {
    const other = order.language !== this.#order.language
    this.#order = order
    if (other) this.#halt()
    if (other || this.#state === 'unknown') void this.#survey()
    else {
      this.#settle()
      this.#show()
    }
  }

  /** The microphone to listen to; null = none. */
  listenTo(track: MediaStreamTrack | null): void {
    if (track === this.#track) return
    this.#halt()
    this.#track = track
    // Another microphone is another connection, whose other end knows nothing of this browser.
    if (track) this.#say()
    this.#settle()
  }

  mute(muted: boolean): void {
    this.#muted = muted
    this.#settle()
  }

  /** Call from a click. */
  async install(): Promise<void> {
    const { language } = this.#order
    if (this.#state !== 'downloadable' || !this.#maker) return
    this.#tell('downloading')
    try {
      if (this.#maker.install) await this.#maker.install({ langs: [language], processLocally: true })
      else await this.#maker.installOnDevice?.(language)
    } catch {
      // Refused or broken off; the survey says what is there now.
    }
    await this.#survey()
  }

  close(): void {
    this.#track = null
    this.#halt()
  }

  async #survey(): Promise<void> {
    const { language } = this.#order
    const state = await availability(this.#maker, language)
    if (language !== this.#order.language) return
    this.#tell(state)
    this.#settle()
  }

  #tell(state: PageEarsView['state']): void {
    this.#state = state
    this.#say()
    this.#show()
  }

  #say(): void {
    const state = this.#state === 'downloading' ? 'downloadable' : this.#state
    if (state !== 'unknown') this.#listener.ears({ state, language: this.#order.language })
  }

  #show(): void {
    const { on, language } = this.#order
    this.#listener.view({ state: this.#state, language, wanted: on, on: this.#running !== null })
  }

  #settle(): void {
    const wanted = this.#order.on && this.#state === 'ready' && this.#track !== null && !this.#muted
    if (wanted && !this.#running && !this.#again) this.#start()
    if (!wanted) this.#halt()
  }

  #start(): void {
    if (!this.#maker || !this.#track) return
    const recognition = new this.#maker()
    recognition.lang = this.#order.language
    recognition.continuous = true
    recognition.interimResults = true
    recognition.processLocally = true
    const firstId = this.#nextResultId
    recognition.onresult = ({ resultIndex, results }) => {
      // Muted, or replaced: what it still brings is not wanted.
      if (this.#running !== recognition) return
      for (let index = resultIndex; index < results.length; index++) {
        const result = results[index]
        const text = result?.[0]?.transcript.trim().slice(0, LONGEST_TEXT)
        if (!result || text === undefined) continue
        this.#nextResultId = Math.max(this.#nextResultId, firstId + index + 1)
        this.#listener.words({ resultId: firstId + index, text, final: result.isFinal })
      }
    }
    recognition.onerror = ({ error }) => {
      if (this.#running === recognition && LASTING.has(error)) this.#tell('missing')
    }
    recognition.onend = () => {
      if (this.#running !== recognition) return
      this.#running = null
      const livedMs = performance.now() - this.#startedMs
      this.#again = setTimeout(
        () => {
          this.#again = null
          this.#settle()
        },
        Math.max(0, STARTED_FOR_MS - livedMs),
      )
      this.#show()
    }
    this.#running = recognition
    this.#startedMs = performance.now()
    try {
      recognition.start(this.#track)
    } catch {
      // The track ended in this moment; with the next one it starts.
      this.#running = null
    }
    this.#show()
  }

  #halt(): void {
    if (this.#again) clearTimeout(this.#again)
    this.#again = null
    const running = this.#running
    if (!running) return
    this.#running = null
    running.abort()
    this.#show()
  }
}

async function availability(
  maker: BrowserRecognitionMaker | null,
  language: string,
): Promise<'ready' | 'downloadable' | 'downloading' | 'missing'> {
  // Without that switch the sound would go to a service.
  if (!maker || !('processLocally' in maker.prototype)) return 'missing'
  try {
    const answer = maker.available
      ? await maker.available({ langs: [language], processLocally: true })
      : await maker.availableOnDevice?.(language)
    if (answer === 'available') return 'ready'
    return answer === 'downloadable' || answer === 'downloading' ? answer : 'missing'
  } catch {
    // Forbidden by the browser's owner, or a language it has never heard of.
    return 'missing'
  }
}
