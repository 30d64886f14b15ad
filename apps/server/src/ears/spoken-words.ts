// What a recogniser wrote becomes what was said. In: raw text of any engine. Out: clean words; notes about the sound ([BLANK_AUDIO], (laughs), <|en|>, ♪) and time stamps are gone.
import { sanitise } from '@psiona/shared'

/** Nobody pronounces brackets: what stands in them is the engine's own remark. */
const REMARKS = /<\|[^|]*\|>|\[[^[\]]*\]|\([^()]*\)|（[^（）]*）|【[^【】]*】|[♪♫]+/g

export function spokenWords(raw: string): string {
  const words = sanitise(raw.replace(REMARKS, ' '))
  // Some engines write a lone full stop for silence.
  return /[\p{L}\p{N}]/u.test(words) ? words : ''
}
