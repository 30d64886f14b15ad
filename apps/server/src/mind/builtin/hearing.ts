// "Can you hear me?" In: a moment. Out: yes to who said it aloud; to who wrote it, what she knows it by.
import type { Moment, Rule } from './moment'

const ASKED =
  /^(?:hello )?(?:can you hear me|do you hear me|are you (?:hearing|listening to) me|are you listening|mic (?:check|test))(?: now)?[?!. ]*$/

const HEARD = [
  '[joy:0.5] [nod] Loud and clear{, name}.',
  '[joy:0.5] I hear you well. Every syllable arrived.',
  '[joy:0.5] [nod] Yes. Your voice and my ears are in phase.',
]
const READ = [
  '[joy:0.4] [nod] This I read. Say it into the microphone, and I tell you whether I hear it too.',
  '[calm:0.4] Legible, yes. For audible I need your voice, not your keys.',
]

export const hearing: Rule = (moment: Moment) =>
  ASKED.test(moment.said.plain) ? { text: moment.pick(moment.spoken ? HEARD : READ) } : null
