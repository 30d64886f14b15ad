// The browser's speech recognition as far as we use it; TypeScript's DOM library has only its events. Nothing flows in.
export interface BrowserRecognition extends EventTarget {
  lang: string
  continuous: boolean
  interimResults: boolean
  /** True: the sound stays on this device, or nothing is recognised. */
  processLocally: boolean
  onresult: ((event: SpeechRecognitionEvent) => void) | null
  onerror: ((event: SpeechRecognitionErrorEvent) => void) | null
  onend: (() => void) | null
  /** Browsers that know no tracks listen to the default microphone. */
  start(track?: MediaStreamTrack): void
  stop(): void
  abort(): void
}

interface LanguagePacks {
  readonly langs: readonly string[]
  readonly processLocally: true
}

export interface BrowserRecognitionMaker {
  new (): BrowserRecognition
  readonly prototype: BrowserRecognition
  available?(packs: LanguagePacks): Promise<string>
  install?(packs: LanguagePacks): Promise<boolean>
  /** The names before 2025. */
  availableOnDevice?(language: string): Promise<string>
  installOnDevice?(language: string): Promise<boolean>
}

declare global {
  interface Window {
    SpeechRecognition?: BrowserRecognitionMaker
    webkitSpeechRecognition?: BrowserRecognitionMaker
  }
}

export const browserRecognition = (): BrowserRecognitionMaker | null =>
  window.SpeechRecognition ?? window.webkitSpeechRecognition ?? null
