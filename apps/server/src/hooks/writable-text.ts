// What she wants to write comes in; what a platform takes as one line of chat goes out: no longer than it may be, cut between words; '' when nothing is left.
import { sanitise } from '@psiona/shared'

const ELLIPSIS = '…'

/** `longest`: code points. */
export function writableText(raw: string, longest: number): string {
  // A line that begins with '/' would be an order.
  const text = sanitise(raw, longest * 2).replace(/^[/\s]+/, '')
  const points = [...text]
  if (points.length <= longest) return text
  const short = points.slice(0, longest - 1).join('')
  const space = short.lastIndexOf(' ')
  // A text without spaces is cut where it must be.
  const cut = space > short.length / 2 ? short.slice(0, space) : short
  return `${cut.replace(/(?:[\s,;:–—-]|\u200d)+$/u, '')}${ELLIPSIS}`
}
