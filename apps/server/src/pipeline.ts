// The whole of Psiona as a list. Read it top to bottom.
import type { Organs } from './organs'
import { flow } from './streams'

export const pipeline = ({ ears, turns, mind, record, lines, guard, voice, stage, hooks }: Organs): Promise<void> =>
  flow(
    stage.microphone, //              → PcmChunk
    ears.listen, //                     PcmChunk   → Heard
    turns.take(hooks.happenings), //    Heard      → Turn       a new turn of the owner aborts the last
    mind.answer, //                     Turn       → ReplyPart
    record.note, //                     ReplyPart  → ReplyPart  what is said and answered is kept
    lines, //                           ReplyPart  → Line       speakable, one breath each
    guard.pass, //                      Line       → Line       nothing is said that may not be
    voice.speak, //                     Line       → VoicePart  sound, face, subtitles, cuts
    stage.show, //                      VoicePart  → everyone watching
  )
