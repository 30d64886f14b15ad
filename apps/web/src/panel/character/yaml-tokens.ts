// In: lines of YAML. Out: their pieces for the eye: key, value, comment. Colour only; the server alone decides what is valid.
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

export function yamlPieces(line: string, inBlock: boolean): YamlPiece[] {
  if (inBlock) return line === '' ? [] : [{ kind: 'plain', text: line }]
  const end = commentAt(line)
  const code = line.slice(0, end)
  const key = KEY.exec(code)
  const rest = key ? code.slice(key[0].length) : code
  const found: YamlPiece[] = [
    { kind: 'plain', text: key?.[1] ?? '' },
    { kind: 'key', text: key?.[2] ?? '' },
    { kind: key && FIGURE.test(rest) ? 'figure' : 'plain', text: rest },
    { kind: 'comment', text: line.slice(end) },
  ]
  return found.filter(({ text }) => text !== '')
}

/** A value that opens a block of text: `about: >-`, `- |`. */
const BLOCK = /^(?:[^#]*:|\s*-)\s+[|>][+\-0-9]{0,2}\s*(?:#.*)?$/
const indentOf = (line: string) => line.length - line.trimStart().length

/** For each line whether it belongs to a block of text, in which nothing is a key. */
export function inTextBlock(lines: readonly string[]): boolean[] {
  let blockIndent: number | null = null
  return lines.map((line) => {
    if (blockIndent !== null && (line.trim() === '' || indentOf(line) > blockIndent)) return true
    blockIndent = BLOCK.test(line) ? indentOf(line) : null
    return false
  })
}
