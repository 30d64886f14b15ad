// Async iterables: how things flow forward in the event world. AbortSignals flow backward.

/** A bounded first-in first-out that is filled from one side and iterated from the other. One reader. */
export interface Channel<T> extends AsyncIterable<T> {
  /** False when full or closed: the value was not taken. */
  push(value: T): boolean
  close(): void
}

export function channel<T>(capacity = Number.POSITIVE_INFINITY): Channel<T> {
  const waiting: T[] = []
  let wake: (() => void) | null = null
  let closed = false
  return {
    push(value) {
      if (closed || waiting.length >= capacity) return false
      waiting.push(value)
      wake?.()
      return true
    },
    close() {
      closed = true
      wake?.()
    },
    async *[Symbol.asyncIterator]() {
      for (;;) {
        while (waiting.length > 0) yield waiting.shift() as T
        if (closed) return
        await new Promise<void>((resolve) => {
          wake = resolve
        })
        wake = null
      }
    },
  }
}

/** One writer, any number of readers; a reader sees what is published from its subscription on. */
export interface Topic<T> {
  publish(value: T): void
  subscribe(reader: (value: T) => void): () => void
}

export function topic<T>(): Topic<T> {
  const readers = new Set<(value: T) => void>()
  return {
    publish(value) {
      for (const reader of readers) reader(value)
    },
    subscribe(reader) {
      readers.add(reader)
      return () => readers.delete(reader)
    },
  }
}

/** All values of all sources as they come, one ahead of the reader from each, so that a flood waits in its source and not here; ends when the last source ends, fails when one fails. */
export async function* merge<T>(...sources: readonly AsyncIterable<T>[]): AsyncIterable<T> {
  const out = channel<{ value: T; taken: () => void } | { error: unknown }>()
  let open = sources.length
  for (const source of sources)
    void (async () => {
      try {
        for await (const value of source) await new Promise<void>((taken) => out.push({ value, taken }))
      } catch (error) {
        out.push({ error })
      } finally {
        if (--open === 0) out.close()
      }
    })()
  if (open === 0) return
  for await (const item of out) {
    if ('error' in item) throw item.error
    item.taken()
    yield item.value
  }
}

/** Reads the source as fast as it gives and keeps what the reader has not taken yet; passes its failure on. */
export async function* ahead<T>(source: AsyncIterable<T>): AsyncIterable<T> {
  const kept = channel<{ value: T } | { error: unknown }>()
  void (async () => {
    try {
      for await (const value of source) kept.push({ value })
    } catch (error) {
      kept.push({ error })
    } finally {
      kept.close()
    }
  })()
  for await (const item of kept) {
    if ('error' in item) throw item.error
    yield item.value
  }
}

/** Takes everything and gives nothing; ends with its source. */
export async function* drain<T>(source: AsyncIterable<unknown>): AsyncIterable<T> {
  for await (const _ of source);
  yield* []
}

type Step = (input: never) => unknown
type Last<S extends readonly Step[]> = S extends readonly [...Step[], infer L extends Step] ? ReturnType<L> : never
/** Runs a source through steps, first to last; each step maps an async iterable to the next thing. */
export const flow = <const S extends readonly Step[]>(source: unknown, ...steps: S): Last<S> =>
  steps.reduce((flowing, step) => step(flowing as never), source) as Last<S>
