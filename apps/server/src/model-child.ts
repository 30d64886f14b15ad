// One child process with a model: a native library ends the process it runs in when a model is damaged. In: messages. Out: its messages,
// then how it ended. It ends by itself when this process is gone.
import { fork } from 'node:child_process'
import type { z } from 'zod'

export interface ModelEnd {
  readonly code: number | null
  readonly signal: string | null
  /** Why it was not started, or why it was ended from here. */
  readonly failure: unknown
}

export interface ModelChild<To> {
  send(message: To): void
  /** At once, whatever it does; resolves when it is gone. */
  end(): Promise<void>
}

export interface ModelChildOptions<From> {
  /** A bundled worker; a plain Node process loads no TypeScript. */
  readonly workerFile: string
  readonly shape: z.ZodType<From>
  readonly onMessage: (message: From) => void
  /** Once, also after end(). All its messages have come by then. */
  readonly onEnd: (end: ModelEnd) => void
}

/** @throws when the system starts no more processes */
export function openModelChild<To extends object, From>(options: ModelChildOptions<From>): ModelChild<To> {
  const { workerFile, shape, onMessage, onEnd } = options
  const child = fork(workerFile, [], {
    serialization: 'advanced',
    // What a library prints may be what was said: nobody reads it.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: [],
    env: {},
  })
  let failure: unknown
  const fail = (cause: unknown) => {
    failure ??= cause
    child.kill('SIGKILL')
  }
  const gone = new Promise<void>((resolve) => {
    const over = (code: number | null, signal: string | null) => {
      resolve()
      onEnd({ code, signal, failure })
    }
    child.once('close', over)
    child.on('error', (cause) => {
      fail(cause)
      if (child.pid !== undefined) return
      child.off('close', over)
      over(null, null)
    })
  })
  child.on('message', (message) => {
    const parsed = shape.safeParse(message)
    if (parsed.success) onMessage(parsed.data)
    else fail(parsed.error)
  })
  return {
    send(message) {
      // One that is not connected any more has ended, or was never there.
      if (child.connected) child.send(message)
    },
    end() {
      child.kill('SIGKILL')
      return gone
    },
  }
}
