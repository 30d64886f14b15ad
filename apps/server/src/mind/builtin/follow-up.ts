// Short lines that lean on what she said before: "why?", "more", "and you?", "yes", "fine, thanks". In: such a line, and her last answer. Out: what comes next.
import { REPERTOIRE } from './jokes'
import { lastTopic } from './knowing'
import type { Answer, Moment, Rule } from './moment'
import { bare } from './phrasing'

const MORE =
  /^(?:(?:and|okay|please|oh|cool|haha|lol) )*(?:tell me more|more(?: please)?|go on|continue|keep going|another(?: one)?|again|one more(?: please)?|say more|elaborate|what else|and then|anything else)[?!. ]*$/
const AGAIN =
  /^(?:what|pardon|excuse me|huh|come again|(?:can you )?(?:say|repeat) (?:that|it)(?: again)?|i did not (?:hear|catch|get) (?:you|that|it)|what did you (?:just )?say)[?!. ]*$/
const WHY =
  /^(?:but |and |so |tori )*(?:why(?: (?:is|not|though|so|that|do you (?:think|say) (?:so|that)|would you))?(?: that| is that| though)?|how come|how so|what do you mean(?: by that)?|what does that mean|meaning|in what way)[?!. ]*$/
const AND_YOU = /(?:^|[.,!?] ?|\b)(?:and|what about|how about) (?:you|yourself|yours)\??$|^(?:you|yours|your turn)\??$/
const YES =
  /^(?:(?:oh|well|hm+|haha|lol|omg) )*(?:yes|yeah|yea|yep|yup|sure|of course|definitely|absolutely|totally|please|okay|i do|i did|i am|i have|i would|indeed|right|exactly|true|correct|why not|always|very much|a lot|let us (?:go|do it))(?: (?:please|i (?:do|am|did|have|would)|sure|it is|of course|totally|lets|we (?:do|did|are)))*[!. ]*$/
const NO =
  /^(?:(?:oh|well|hm+|haha|lol) )*(?:no+|nope|nah|nay|not (?:really|yet|at all|today|now)|never|i (?:do not|did not|am not|have not|would not)|no thanks?(?: you)?|neither|none|not much|nothing(?: much| special)?)(?: (?:thanks|thank you|really|i (?:do not|am not|did not)|sorry))*[!. ]*$/
const ACK =
  /^(?:okay|k+|alright|i see|got it|understood|fair(?: enough| point)?|makes sense|noted|cool|nice|great|good|fine|neat|interesting|oh|ah|aha|hm+|mhm|wow|same|true|right|really|is that so|good to know|sweet|awesome|perfect|ooh|huh|i know|me too|agreed)(?: (?:then|okay|cool|good|to know|really|one))?[!. ]*$/
const GOOD_MOOD =
  /^(?:(?:i am |i feel |doing |feeling |pretty |very |quite |really |all |so |oh |just ){0,3})(?:good|fine|great|well|okay|alright|amazing|awesome|wonderful|not bad|fantastic|excellent|super|happy|chill|relaxed|better|perfect|cannot complain)(?: (?:thanks?|thank you|so far|today|now|actually|here|too|as well|i guess|you))*[!. ,]*(?:and you|how about you|you|yourself|what about you|wbu|hbu)?[?!. ]*$/
const BAD_MOOD =
  /^(?:(?:i am |i feel |doing |feeling |pretty |very |quite |really |so |oh |just |kind of |a bit |not ){0,3})(?:bad|tired|meh|terrible|awful|sad|exhausted|stressed|not (?:good|great|well|so good|too good|okay)|so so|could be better|been better|sleepy|down|rough|sick|low|(?:so |too )?(?:good|great|well))(?: (?:today|honestly|actually|i guess|to be honest|right now))*[!. ]*$/

const hers = (moment: Moment): string => moment.last?.answered ?? ''
const sheAsked = (moment: Moment): boolean => /\?\s*$/.test(hers(moment))

const repeat: Rule = (moment) => {
  if (!AGAIN.test(moment.said.plain) || hers(moment) === '') return null
  return {
    text: moment.pick(['[calm:0.4] I said: {again}', '[calm:0.4] Once more: {again}', '[joy:0.3] Certainly. {again}'], {
      again: hers(moment),
    }),
    remembered: [moment.last!.id],
  }
}

const more: Rule = (moment) => {
  if (!MORE.test(moment.said.plain)) return null
  const act = REPERTOIRE.find((pieces) => pieces.some((piece) => bare(hers(moment)).includes(bare(piece))))
  if (act) return { text: moment.pick(act) }
  const topic = lastTopic(moment)
  const unsaid =
    topic?.says.filter((sentence) => !moment.all.slice(-12).some(({ answered }) => bare(answered).includes(bare(sentence)))) ?? []
  if (unsaid.length > 0) return { text: moment.pick(unsaid), remembered: [moment.last!.id] }
  if (!moment.last)
    return {
      text: moment.pick([
        '[curiosity:0.5] More of what? Give me a topic.',
        '[curiosity:0.5] [tilt] We have not started yet. You choose.',
      ]),
    }
  return {
    text: moment.pick([
      '[calm:0.4] That is all I have on it. Your turn?',
      '[curiosity:0.5] My well on that is dry. Try another topic: waves, games, music.',
      '[joy:0.4] I would be making it up from here. Ask me something else?',
      '[curiosity:0.4] End of my notes. What do you think about it?',
    ]),
  }
}

const why: Rule = (moment) => {
  if (!WHY.test(moment.said.plain) || !moment.last) return null
  const topic = lastTopic(moment)
  if (topic) return { text: moment.pick(topic.says), remembered: [moment.last.id] }
  return {
    text: moment.pick([
      '[thinking] [calm:0.4] Honestly? A rule fired and it felt right. My why is not very deep.',
      '[curiosity:0.4] [thinking] Because it was the nicest sentence I had for the moment.',
      '[calm:0.4] Good question, and above my pay grade; I am paid in volts.',
      '[curiosity:0.4] It is a hunch. What would you have said?',
      '[calm:0.4] I put it badly, perhaps. Ask me about one word of it?',
    ]),
  }
}

const andYou: Rule = (moment) => {
  const { plain, tokens } = moment.said
  if (!AND_YOU.test(plain) || tokens.length > 9) return null
  const good = GOOD_MOOD.test(plain)
  return {
    text: moment.pick(
      good
        ? [
            '[joy:0.6] Glad to hear it. I am well, all bands stable.',
            '[joy:0.6] Good! Me too, thank you for asking.',
            '[joy:0.6] Lovely. Same here, humming along.',
          ]
        : [
            '[joy:0.5] Me? Quietly content and slightly over-sampled.',
            '[calm:0.5] I am fine, thank you. My needs are few and mostly electrical.',
            '[curiosity:0.5] Me? Much the same, with better hair.',
            '[calm:0.5] Oh, I have no strong feelings on it yet. Yours count double.',
          ],
    ),
  }
}

const mood: Rule = (moment) => {
  const { plain, tokens } = moment.said
  if (!sheAsked(moment) || tokens.length > 9 || !/\b(?:you|your|day|side)\b[^?]*\?\s*$/i.test(hers(moment))) return null
  if (BAD_MOOD.test(plain) && !/^(?:good|fine|great)/.test(plain))
    return {
      text: moment.pick([
        '[affection:0.5] I am sorry to hear it. Anything in particular, or just a grey sort of day?',
        '[affection:0.5] Oh. Then we take it slow. Want to talk, or be distracted?',
        '[sadness:0.4] Hm. That deserves something warm to drink at least. What is weighing on you?',
      ]),
    }
  if (GOOD_MOOD.test(plain))
    return {
      text: moment.pick([
        '[joy:0.6] Good! That is what I like to hear.',
        '[joy:0.6] Glad to hear it{, name}.',
        '[joy:0.6] Lovely. Long may it oscillate.',
        '[joy:0.5] [nod] Excellent. What is the best thing in it?',
      ]),
    }
  return null
}

const yesNo: Rule = (moment): Answer | null => {
  const { plain, tokens } = moment.said
  if (tokens.length > 7) return null
  if (YES.test(plain))
    return sheAsked(moment)
      ? {
          text: moment.pick([
            '[joy:0.5] Good! Tell me about it, then.',
            '[curiosity:0.6] [nod] Go on, I am listening.',
            '[joy:0.5] Knew it. Details?',
            '[curiosity:0.6] And? Do not stop there.',
            '[joy:0.5] I like your certainty. How so?',
            '[curiosity:0.5] Then I want the long version.',
          ]),
        }
      : {
          text: moment.pick([
            '[joy:0.4] [nod] Good, we agree.',
            '[joy:0.4] [nod] Exactly.',
            '[joy:0.4] In phase, you and I.',
            '[calm:0.4] [nod] Then that is settled.',
            '[joy:0.4] A rare moment of consensus on the internet.',
          ]),
        }
  if (NO.test(plain))
    return sheAsked(moment)
      ? {
          text: moment.pick([
            '[calm:0.4] Fair enough. What is it, then?',
            '[calm:0.4] [nod] No pressure. Something else?',
            '[curiosity:0.5] No? Then surprise me.',
            '[calm:0.4] Also an answer. What would you rather talk about?',
            '[calm:0.4] All right, moving on. What is on your mind?',
          ]),
        }
      : {
          text: moment.pick([
            '[calm:0.4] [nod] Then no.',
            '[curiosity:0.4] No? I stand corrected.',
            '[calm:0.4] Understood.',
            '[smug] [joy:0.3] A firm no. I respect a clear signal.',
            '[calm:0.4] Noted, and reversed.',
          ]),
        }
  if (!ACK.test(plain)) return null
  return {
    text: moment.pick([
      '[joy:0.4] [nod] Right?',
      '[calm:0.4] Mm-hm.',
      '[curiosity:0.5] So, what else is going on?',
      '[joy:0.4] I thought so too.',
      '[curiosity:0.5] Your turn: pick a topic, any topic.',
      '[calm:0.4] [nod] Good. And now?',
      '[joy:0.4] I aim to please, within tolerance.',
      '[curiosity:0.5] What made you think of it?',
      '[calm:0.4] Comfortable silence. I like those too.',
    ]),
  }
}

export const followUps: readonly Rule[] = [repeat, more, why, andYou, mood, yesNo]
