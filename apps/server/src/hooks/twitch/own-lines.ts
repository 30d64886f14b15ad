// She reads the chat she writes in. In: what she writes, and lines of the chat. Out: whether a line is her own, also before Twitch has said its id.
import type { LineWritten, Ms } from '@psiona/shared'
import { sanitise } from '@psiona/shared'
import type { Clock } from '../../clock'
import { createOnce } from '../once'

/** The chat shows a line within seconds, or never. */
const WITHIN_MS: Ms = 30_000
/** Characters; lines that agree so far are the same. */
const LONG = 300

export interface OwnLines {
  /** About to be written. Call the answer when it was not. */
  writing(text: string): () => void
  wrote(messageId: string): void
  /** `userId`: as whom she writes. The streamer may write by the same name. */
  isOwn(line: LineWritten, userId: string | undefined): boolean
}

export function createOwnLines(clock: Clock): OwnLines {
  const ids = createOnce()
  let recent: { readonly text: string; readonly atMs: Ms }[] = []
  return {
    writing(text) {
      const now = clock.monotonicMs()
      const entry = { text: sanitise(text), atMs: now }
      recent = [...recent.filter(({ atMs }) => now - atMs < WITHIN_MS), entry]
      return () => {
        recent = recent.filter((other) => other !== entry)
      }
    },
    wrote: (messageId) => void ids.first(messageId),
    isOwn(line, userId) {
      if (ids.has(line.messageId)) return true
      if (line.from.id !== userId) return false
      const now = clock.monotonicMs()
      // A reply begins with the name it answers, and is then too long to be read whole.
      const words = line.text.replace(/^@\S+ /, '')
      const isIt = (text: string) => text === line.text || text === words || (words.length >= LONG && text.startsWith(words))
      const said = recent.find(({ text, atMs }) => now - atMs < WITHIN_MS && isIt(text))
      if (!said) return false
      recent = recent.filter((other) => other !== said)
      return true
    },
  }
}
