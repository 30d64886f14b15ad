// In: one line of YAML. Out: its pieces for the eye: key, value, comment. Colour only; the server alone decides what is valid.
export interface YamlPiece {
  readonly kind: 'plain' | 'key' | 'figure' | 'comment'
  readonly text: string
}

const KEY = /^(\s*(?:- +)*)((?:"[^"]*"|'[^']*'|[^\s#'"[{][^#:]*?)\s*:)(?=\s|$)/
const FIGURE = /^\s*(?:-?\d+(?:\.\d+)?|true|false|null|~)\s*$/

/** A comment starts at # after a space, outside quotes. */
function commentAt(text: string): number {
  let quote = ''
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!
    if (quote) {
      if (char === quote) quote = ''
    } else if ((char === '"' || char === "'") && (i === 0 || /[\s:,[{-]/.test(text[i - 1]!))) quote = char
    else if (char === '#' && (i === 0 || /\s/.test(text[i - 1]!))) return i
  }
  return text.length
}

export function yamlPieces(line: string): YamlPiece[] {
  const end = commentAt(line)
  const code = line.slice(0, end)
  const key = KEY.exec(code)
  const rest = key ? code.slice(key[0].length) : code
  const pieces: YamlPiece[] = [
    { kind: 'plain', text: key?.[1] ?? '' },
    { kind: 'key', text: key?.[2] ?? '' },
    { kind: key && FIGURE.test(rest) ? 'figure' : 'plain', text: rest },
    { kind: 'comment', text: line.slice(end) },
  ]
  return pieces.filter(({ text }) => text !== '')
}
