// In: a command as it is typed, with quotes. Out: the program and its arguments, as they are started without a shell; and back.
export interface CommandLine {
  readonly command: string
  readonly args: readonly string[]
}

/** Null when there is no program, or a quote is not closed. Within single quotes nothing has a meaning, within double ones \ keeps a quote. */
export function parseCommandLine(typed: string): CommandLine | null {
  const words: string[] = []
  let word: string | null = null
  let quote: '"' | "'" | null = null
  for (let at = 0; at < typed.length; at++) {
    const letter = typed[at]!
    if (quote !== null) {
      if (letter === quote) quote = null
      else if (quote === '"' && letter === '\\' && (typed[at + 1] === '"' || typed[at + 1] === '\\'))
        word = (word ?? '') + typed[++at]
      else word = (word ?? '') + letter
    } else if (letter === '"' || letter === "'") {
      quote = letter
      word ??= ''
    } else if (/\s/.test(letter)) {
      if (word !== null) words.push(word)
      word = null
    } else word = (word ?? '') + letter
  }
  if (quote !== null) return null
  if (word !== null) words.push(word)
  const [command, ...args] = words
  return command ? { command, args } : null
}

const quoted = (word: string) =>
  word !== '' && !/[\s"']/.test(word) ? word : `"${word.replace(/\\(?=["\\]|$)|"/g, (found) => `\\${found}`)}"`

export const commandLineText = ({ command, args }: CommandLine): string => [command, ...args].map(quoted).join(' ')
