// What was said before, when asked for it. In: "what did I tell you about X", "when did we last talk", "what did you say". Out: the turn itself, quoted, with its id.
import type { TurnRecord } from '@psiona/shared'
import { near, plainly, tokensOf, topicStems } from '../words'
import { HOUR_MS, type Rule } from './moment'
import { type Asked, answerAsked, MOST_QUOTED_CHARACTERS, yourWords } from './recollection'
import { speakable } from './speakable'
import { ago } from './time-words'

/** The turn that fits the topic best, the newest among equals. */
function bestAbout(
  turns: readonly TurnRecord[],
  topic: readonly string[],
  text: (turn: TurnRecord) => string,
): TurnRecord | null {
  let best: TurnRecord | null = null
  let most = 0
  for (const turn of turns) {
    const stems = topicStems(tokensOf(plainly(text(turn))))
    const hits = topic.filter((wanted) => stems.some((known) => near(wanted, known))).length
    if (hits >= most && hits > 0) [best, most] = [turn, hits]
  }
  return best
}

const isQuestion = ({ said }: TurnRecord) =>
  /\?\s*$|^(?:what|who|where|when|do you|did i|tell me|remember (?!that|my|to\b))/i.test(said.trim())

const EARLIER: readonly Asked[] = [
  {
    hears:
      /\bwhen did (?:we|i|you) (?:last (?:talk|speak|chat|see|write)|(?:talk|speak|chat|see|write) (?:to |with )?(?:you |me |each other )?last)\b|\bhow long (?:has it been|since we|ago did we)\b|\blast time we (?:talked|spoke|chatted)\b.*\bwhen\b/,
    answer: (moment) => {
      // What belongs to the talk that is going on is not "the last time".
      const before = moment.theirs.findLast((turn) => moment.at - turn.at > HOUR_MS) ?? moment.theirs.at(-1)
      return before
        ? {
            text: moment.pick(['[calm:0.5] {when}, according to my log.', '[joy:0.4] That was {when}.'], {
              when: ago(before.at, moment.at),
            }),
            remembered: [before.id],
          }
        : {
            text: moment.pick([
              '[joy:0.5] Never before; this is our first conversation.',
              '[joy:0.5] We have not, until just now.',
            ]),
          }
    },
  },
  {
    hears:
      /\bwhat did i (?:just|last) (?:say|tell|ask|write)|\bwhat was the last thing i (?:said|told|asked|wrote)|\bwhat did i say (?:before|just now|last)\b/,
    answer: (moment) => {
      const before = moment.theirs.findLast(({ said }) => said !== '')
      if (!before)
        return { text: moment.pick(['[curiosity:0.4] Nothing before this. You opened with a memory test, I respect that.']) }
      const quotable = speakable(before.said, MOST_QUOTED_CHARACTERS)
      return {
        text: quotable
          ? moment.pick(['[calm:0.4] You said: {words}.', '[calm:0.4] [thinking] Word for word: {words}.'], {
              words: before.said.replace(/[.!]+$/, ''),
            })
          : '[calm:0.3] Something I would rather not repeat in company.',
        remembered: [before.id],
      }
    },
  },
  {
    hears:
      /\bwhat (?:did|were) we (?:talk(?:ing)?|chat(?:ting)?|speak(?:ing)?|discuss(?:ing)?)\b|\bwhat were we (?:saying|on about)\b|\bwhere were we\b/,
    answer: (moment) => {
      const told =
        moment.theirs
          .filter(
            (turn) =>
              topicStems(tokensOf(plainly(turn.said))).length > 1 &&
              !isQuestion(turn) &&
              speakable(turn.said, MOST_QUOTED_CHARACTERS),
          )
          .slice(-1)[0] ?? moment.theirs.findLast(({ said }) => speakable(said, MOST_QUOTED_CHARACTERS))
      return told
        ? {
            text: moment.pick(
              ['[calm:0.5] {when} you told me: {words}.', '[calm:0.5] [thinking] The last thing in my notes, {when}: {words}.'],
              { when: ago(told.at, moment.at), words: yourWords(told.said) },
            ),
            remembered: [told.id],
          }
        : { text: moment.pick(['[curiosity:0.4] Nothing yet, the page is blank. You start?']) }
    },
  },
  {
    hears:
      /\bwhat did you (?:say|tell (?:me|us)|answer|think|mean)(?: to me)?(?: (?:about|of|regarding|on|when i asked about)) (.+)/,
    answer: (moment, match) => {
      const topic = topicStems(tokensOf(match[1]!))
      const told = bestAbout(moment.theirs, topic, ({ answered }) => answered)
      return told
        ? {
            text: moment.pick(['[calm:0.4] {when} I said: {words}', '[calm:0.4] [thinking] My words, {when}: {words}'], {
              when: ago(told.at, moment.at),
              words: told.answered.slice(0, 220),
            }),
            remembered: [told.id],
          }
        : null
    },
  },
  {
    hears:
      /\b(?:what did i (?:say|tell you|mention)(?= (?:i|we|my) )|what (?:did|have) i (?:say|said|tell|told|mention(?:ed)?|write|written)(?: to)?(?: you)?(?: before| earlier| yesterday| last (?:time|week))?(?: (?:about|regarding|on|of|that))|(?:do|can) you (?:still )?(?:remember|recall)(?: (?:when|that|what|how|if|where|who|the time|about|i|my|our|the|me|said|told|say|you|did|was|with))*|have i (?:told|mentioned)(?: to)?(?: you)?(?: (?:about|that|of))?|did i (?:tell|mention)(?: to)?(?: you)?(?: (?:about|that|of))?|what (?:was|is) it i (?:said|told you)(?: about)?|remember (?:when|what|how|the time)(?: i)?) (.+)/,
    answer: (moment, match) => {
      const topic = topicStems(tokensOf(match[1]!))
      if (topic.length === 0) return null
      const told = bestAbout(
        moment.theirs.filter((turn) => !isQuestion(turn) && turn.said !== ''),
        topic,
        ({ said }) => said,
      )
      if (told && speakable(told.said, 300))
        return {
          text: moment.pick(
            [
              '[joy:0.5] Yes: {when} you told me {words}.',
              '[joy:0.5] [nod] I do. You said {words}, {when}.',
              '[calm:0.5] [thinking] You mentioned it {when}: {words}.',
            ],
            { when: ago(told.at, moment.at), words: yourWords(told.said) },
          ),
          remembered: [told.id],
        }
      return {
        text: moment.pick([
          '[curiosity:0.4] I have nothing on that, honestly. Tell me and I will keep it.',
          '[curiosity:0.4] [tilt] Not that I can find in my notes. What was it?',
          '[calm:0.4] No memory of that one; I would rather admit it than make something up.',
        ]),
      }
    },
  },
  {
    hears:
      /\bwhat (?:did|have) i ((?:buy|bought|eat|eaten|watch|watched|read|cook|cooked|see|seen|win|won|lose|lost|order|ordered|draw|drawn|build|built|study|studied|learn|learned|break|broken|find|found|finish|finished|start|started|try|tried|fix|fixed)\b.*)/,
    answer: (moment, match) => {
      const told = bestAbout(
        moment.theirs.filter((turn) => !isQuestion(turn)),
        topicStems(tokensOf(match[1]!)),
        ({ said }) => said,
      )
      return told && speakable(told.said, 300)
        ? {
            text: moment.pick(['[calm:0.5] You told me {when}: {words}.', '[joy:0.5] [thinking] {words}, you said, {when}.'], {
              when: ago(told.at, moment.at),
              words: yourWords(told.said),
            }),
            remembered: [told.id],
          }
        : {
            text: moment.pick([
              '[curiosity:0.4] You have not told me, or not in words I can find.',
              '[curiosity:0.4] [tilt] No note of that. What was it?',
            ]),
          }
    },
  },
  {
    hears: /\bwhat did (@?[\p{L}\p{N}_]{2,25}) (?:just )?(?:say|write|ask)(?: (?:about) (.+))?/u,
    answer: (moment, match) => {
      const who = match[1]!.replace('@', '').toLowerCase()
      if (/^(?:i|you|we|they|he|she|it|this|that)$/.test(who)) return null
      const theirs = moment.all.filter(
        (turn) =>
          turn.said !== '' &&
          !isQuestion(turn) &&
          turn.from.name.toLowerCase() === who &&
          (moment.owner || turn.from.platform !== 'owner'),
      )
      const told = match[2] ? bestAbout(theirs, topicStems(tokensOf(match[2])), ({ said }) => said) : theirs.at(-1)
      if (!told || !speakable(told.said, MOST_QUOTED_CHARACTERS))
        return {
          text: moment.pick([
            '[curiosity:0.4] Nothing from them that I have, or that I would repeat.',
            '[calm:0.4] I do not have that in my notes.',
          ]),
        }
      return {
        text: moment.pick(
          [
            '[calm:0.4] {who} wrote {when}: {words}.',
            '[calm:0.4] {when}, {who} said: {words}.',
            '[joy:0.4] [thinking] From {who}, {when}: {words}.',
          ],
          { who: told.from.name, when: ago(told.at, moment.at), words: told.said.replace(/[.!]+$/, '') },
        ),
        remembered: [told.id],
      }
    },
  },
]

export const earlierTalk: Rule = (moment) => answerAsked(moment, EARLIER)
