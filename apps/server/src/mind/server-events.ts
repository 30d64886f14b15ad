// Server-sent events. In: bytes, cut anywhere, with any line ends. Out: the data of each event.

/** A model sends a few hundred bytes at a time; a line this long is not from one. */
const MOST_LINE_CHARACTERS = 1_000_000

/** @throws RangeError when a line never ends */
export async function* serverEvents(bytes: AsyncIterable<Uint8Array>): AsyncIterable<string> {
  const decoder = new TextDecoder('utf-8')
  let rest = ''
  let data: string[] = []
  const lineRead = (line: string): string | null => {
    if (line === '') {
      const whole = data.length > 0 ? data.join('\n') : null
      data = []
      return whole
    }
    const match = /^data:? ?(.*)$/s.exec(line)
    if (match) data.push(match[1]!)
    return null
  }
  for await (const chunk of bytes) {
    rest += decoder.decode(chunk, { stream: true })
    for (;;) {
      const end = /\r\n|\n|\r(?!$)/.exec(rest)
      if (!end) break
      const event = lineRead(rest.slice(0, end.index))
      rest = rest.slice(end.index + end[0].length)
      if (event !== null) yield event
    }
    if (rest.length > MOST_LINE_CHARACTERS) throw new RangeError('line too long')
  }
  // Some servers close without the last blank line.
  const tail = [...(rest + decoder.decode()).split(/\r\n|\n|\r/), ''].map(lineRead).filter((event) => event !== null)
  yield* tail
}
