// Server-sent events of one line each. In: bytes, cut anywhere, with any line ends. Out: the data of each event.

/** An event is a few hundred bytes; a line this long is not from a speech server. */
const MOST_LINE_CHARACTERS = 100_000

/** @throws RangeError when a line never ends */
export async function* eventData(bytes: AsyncIterable<Uint8Array>): AsyncIterable<string> {
  const decoder = new TextDecoder('utf-8')
  let rest = ''
  const data = (line: string): string[] => /^data: ?(.+)$/.exec(line)?.slice(1) ?? []
  for await (const chunk of bytes) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split(/\r\n|\n|\r(?!$)/)
    rest = lines.pop() ?? ''
    if (rest.length > MOST_LINE_CHARACTERS) throw new RangeError('line too long')
    yield* lines.flatMap(data)
  }
  // Some servers close without the last line end.
  yield* (rest + decoder.decode()).split(/[\r\n]/).flatMap(data)
}
