// The last step before the voice. In: the parts of a reply. Out: lines of one breath each, as early as they can be said, with the feeling that holds there.
import type { Emotion, Gesture, Line, ReplyPart, Turn } from '@psiona/shared'
import { type Delivery, readSpeechMarks, withoutSpeechMarks } from '@psiona/shared/speech-marks'
import { breathLength } from './breath'

/** A whisper that the model opened and did not close, so far, goes on for so many further sentences. */
const MOST_CARRIED = 2
const SENTENCE_END = /[.!?…]["'”’»)\]]*\s*$/

interface Reply {
  readonly turn: Turn
  text: string
  emotion: Emotion
  gesture: Gesture | undefined
  count: number
  /** Sentences that an unclosed way of speaking has been carried into. */
  carried: number
}

const start = (turn: Turn): Reply => ({ turn, text: '', emotion: turn.emotion ?? {}, gesture: undefined, count: 0, carried: 0 })

/** The way of speaking that a line opens and does not close. */
function openAfter(text: string): Delivery | null {
  const mark = readSpeechMarks(text).marks.findLast((each) => each.type !== 'sound' && each.delivery !== 'stress')
  return mark?.type === 'opens' ? mark.delivery : null
}
/** Each line is spoken by itself: what is open at its end must be opened again. */
function goesOn(reply: Reply, text: string, open: Delivery): boolean {
  const inside = !SENTENCE_END.test(withoutSpeechMarks(text))
  if (inside || reply.text.includes(`[/${open}]`)) return true
  return reply.turn.kind === 'ask' && reply.carried++ < MOST_CARRIED
}

function line(reply: Reply, length: number, last: boolean): Line {
  const { turn, emotion, gesture } = reply
  const text = reply.text.slice(0, length).trim()
  reply.text = reply.text.slice(length).trimStart()
  const open = openAfter(text)
  if (open && !last && goesOn(reply, text, open)) reply.text = `[${open}]${reply.text}`
  reply.gesture = undefined
  // Line ids are at most 64 characters; a turn's may be as long itself.
  const id = `${turn.id.slice(0, 56)}-${reply.count++}`
  return { id, turn, text, emotion, ...(gesture ? { gesture } : {}), last, urgency: turn.urgency }
}

function* breaths(reply: Reply, final: boolean): Iterable<Line> {
  for (;;) {
    const length = breathLength(reply.text, reply.count === 0, final)
    if (length === 0) return
    // When nothing remains this is the last breath, and is told apart below.
    if (final && reply.text.slice(length).trim() === '') return
    yield line(reply, length, false)
  }
}

export async function* lines(parts: AsyncIterable<ReplyPart>): AsyncIterable<Line> {
  let reply: Reply | null = null
  for await (const part of parts) {
    if (reply?.turn !== part.turn) reply = start(part.turn)
    switch (part.type) {
      case 'reply-start':
        break
      case 'reply-delta':
        reply.text += reply.text === '' ? part.text.trimStart() : part.text
        yield* breaths(reply, false)
        break
      case 'reply-feeling':
        // A sentence said before the feeling changed keeps the old one; inside a sentence it colours the whole breath.
        if (SENTENCE_END.test(withoutSpeechMarks(reply.text))) yield line(reply, reply.text.length, false)
        if (part.emotion) reply.emotion = part.emotion
        if (part.gesture) reply.gesture = part.gesture
        break
      case 'reply-end':
        if (part.cut) reply.text = ''
        else yield* breaths(reply, true)
        yield line(reply, reply.text.length, true)
        reply = null
        break
      default:
        part satisfies never
    }
  }
}
