// What has been opened. In: how to close each part, in the order of opening. Out: all closed, the last first, each whatever became of the others.

export interface OpenParts {
  add(close: () => unknown): void
  /** Never rejects. */
  close(): Promise<void>
}

export function createOpenParts(onTrouble: (cause: unknown) => void): OpenParts {
  const closers: (() => unknown)[] = []
  return {
    add: (close) => void closers.push(close),
    async close() {
      for (let close = closers.pop(); close; close = closers.pop())
        try {
          await close()
        } catch (cause) {
          onTrouble(cause)
        }
    },
  }
}
