// What she says comes in; captions of the stream go out, as far as CEA-608 can write it.
import type { ObsLine } from './obs-link'
import { OBS_CODE, ObsRefusal } from './obs-problem'

/** Three rows of 32 letters: more would cover the picture. */
const LONGEST_CAPTION = 96
/** Only Latin letters, and what every script shares. */
const LATIN =
  /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*\p{Script=Latin}[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*$/u
const PICTURES = /\p{Extended_Pictographic}|\ufe0f|\u200d/gu

/** Cut between words; empty when the script cannot be written. */
export function captionsOf(text: string): string[] {
  const plain = text.replace(PICTURES, '').replace(/\s+/g, ' ').trim()
  if (!LATIN.test(plain)) return []
  const captions: string[] = []
  let row = ''
  for (const word of plain.split(' ')) {
    if (row !== '' && row.length + 1 + word.length > LONGEST_CAPTION) {
      captions.push(row)
      row = ''
    }
    row = `${row} ${word}`.trim().slice(0, LONGEST_CAPTION)
  }
  return [...captions, row]
}

/** Never rejects: a caption that is lost is lost. */
export async function sendCaptions(
  line: Pick<ObsLine, 'call'>,
  text: string,
  signal: AbortSignal,
  onTrouble: (cause: unknown) => void,
): Promise<void> {
  try {
    for (const captionText of captionsOf(text)) {
      if (signal.aborted) return
      await line.call('SendStreamCaption', { captionText })
    }
  } catch (cause) {
    // When the stream has ended meanwhile, or OBS is gone, the state says so by itself.
    if (cause instanceof ObsRefusal && cause.code !== OBS_CODE.notRunning) onTrouble(cause)
  }
}
