// What is asked of Twitch beside its chat, and what it answers, as the parts of the stand-in hand them on. Types only.

export interface Question {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly body: string
  readonly token: string
  readonly clientId: string
}
export interface Reply {
  readonly status: number
  readonly json?: unknown
}
/** A line that stands in the chat now. */
export interface WrittenHere {
  readonly id: string
  readonly name: string
  readonly text: string
  readonly replyTo: string | undefined
}
