// Text that should be JSON comes in; out goes strict JSON without comments and trailing commas, or the place of the first mistake.
export type Relaxed = { readonly text: string } | { readonly mistakeAt: number }

/** Deeper than any file of Cubism; a stack of brackets stops here. */
const MOST_DEPTH = 200
/** Hand-edited files are small; the rest is not worth the time. */
const MOST_CHARACTERS = 4_000_000
const GAP = /(?:[\s\uFEFF]+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y
const STRING = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy
const PLAIN = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

type Wanted = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing'

export function relaxJson(source: string): Relaxed {
  if (source.length > MOST_CHARACTERS) return { mistakeAt: 0 }
  const out: string[] = []
  const stack: ('{' | '[')[] = []
  let at = 0
  let wanted: Wanted = 'value'
  /** Held back: before a bracket it is left out. */
  let comma = false
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at
    const found = pattern.exec(source)?.[0]
    if (found === undefined) return null
    at += found.length
    return found
  }
  const emit = (text: string) => {
    if (comma) out.push(',')
    comma = false
    out.push(text)
  }
  const afterValue = (): Wanted => (stack.length === 0 ? 'nothing' : 'comma-or-end')
  for (;;) {
    take(GAP)
    const start = at
    const next = source[at]
    if (next === undefined) return wanted === 'nothing' ? { text: out.join('') } : { mistakeAt: at }
    const closes = next === '}' ? '{' : next === ']' ? '[' : null
    if (closes && stack.at(-1) === closes && ['value-or-end', 'key-or-end', 'comma-or-end'].includes(wanted)) {
      at++
      comma = false
      stack.pop()
      out.push(next)
      wanted = afterValue()
    } else if (wanted === 'comma-or-end' && next === ',') {
      at++
      comma = true
      wanted = stack.at(-1) === '{' ? 'key-or-end' : 'value-or-end'
    } else if (wanted === 'colon' && next === ':') {
      at++
      out.push(':')
      wanted = 'value'
    } else if (wanted === 'key' || wanted === 'key-or-end') {
      const key = take(STRING)
      if (key === null) return { mistakeAt: start }
      emit(key)
      wanted = 'colon'
    } else if (wanted === 'value' || wanted === 'value-or-end') {
      if (next === '{' || next === '[') {
        if (stack.length >= MOST_DEPTH) return { mistakeAt: start }
        at++
        emit(next)
        stack.push(next)
        wanted = next === '{' ? 'key-or-end' : 'value-or-end'
      } else {
        const plain = next === '"' ? take(STRING) : take(PLAIN)
        if (plain === null) return { mistakeAt: start }
        emit(plain)
        wanted = afterValue()
      }
    } else return { mistakeAt: start }
  }
}
