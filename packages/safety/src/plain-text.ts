// Text flows in; the same with plain figures, letters and signs and nothing unseen, and where each stood, flows out.
export interface PlainText {
  readonly text: string
  /** Where a place of it was in the text that came in, UTF-16 units; one more at the end. */
  at(index: number): number
}

const ASCII = /^[\x20-\x7e\n]*$/
const UNSEEN = /^(?:[\p{Cf}\u115f\u1160\u3164\uffa0]|\p{M})$/u
const DASHES = /^[\p{Pd}\u2212\u2043]$/u
const DOTS = '。．｡•·∙․'

export function plainText(text: string): PlainText {
  if (ASCII.test(text)) return { text, at: (index) => index }
  let made = ''
  const places: number[] = []
  for (let at = 0; at < text.length; ) {
    const char = String.fromCodePoint(text.codePointAt(at)!)
    const plain = UNSEEN.test(char) ? '' : DASHES.test(char) ? '-' : DOTS.includes(char) ? '.' : plainSign(char)
    for (let i = 0; i < plain.length; i++) places.push(at)
    made += plain
    at += char.length
  }
  places.push(text.length)
  return { text: made, at: (index) => places[Math.min(index, places.length - 1)]! }
}

const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6]
function plainSign(char: string): string {
  const point = char.codePointAt(0)!
  if (point >= 0x1f1e6 && point <= 0x1f1ff) return char
  for (const zero of ZEROS) if (point >= zero && point <= zero + 9) return String(point - zero)
  const wide = point >= 0xac00 && point <= 0xd7a3 ? char : char.normalize('NFKC')
  return /^\s$/.test(wide) && wide !== '\n' ? ' ' : wide
}
