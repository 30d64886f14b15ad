// Ends a stream the moment its turn is aborted. In: any async iterable and a signal. Out: the same values, until the signal; the source is told to stop and not waited for.

export async function* untilAborted<T>(source: AsyncIterable<T>, signal: AbortSignal): AsyncIterable<T> {
  if (signal.aborted) return
  const iterator = source[Symbol.asyncIterator]()
  let stop = () => {}
  const aborted = new Promise<'aborted'>((resolve) => {
    stop = () => resolve('aborted')
    signal.addEventListener('abort', stop, { once: true })
  })
  let ended = false
  try {
    while (!signal.aborted) {
      const pending = iterator.next()
      // When the abort wins, a failure of the source after it concerns nobody.
      pending.catch(() => {})
      const result = await Promise.race([pending, aborted])
      if (result === 'aborted') return
      if (result.done) {
        ended = true
        return
      }
      yield result.value
    }
  } finally {
    signal.removeEventListener('abort', stop)
    if (!ended) void Promise.resolve(iterator.return?.()).catch(() => {})
  }
}
