// Everything the built-in mind can do, in the order in which it is tried. In: a moment. Out: an answer, always.

import { abilities } from './abilities'
import { ABOUT_HER } from './about-her'
import { aboutYou } from './about-you'
import { almanac } from './almanac'
import { boundaries } from './boundaries'
import { choosing, verdict } from './choosing'
import { COURTESY } from './courtesy'
import { earlierTalk } from './earlier-talk'
import { fallback } from './fallback'
import { farewell } from './farewell'
import { BAD_NEWS, GOOD_NEWS, GRIEF } from './feelings'
import { followUps } from './follow-up'
import { greeting } from './greeting'
import { handGame } from './hand-game'
import { hearing } from './hearing'
import { knockKnock } from './knock-knock'
import { knowing, touching } from './knowing'
import { otherLanguage } from './languages'
import { letterGames } from './letters'
import { luck } from './luck'
import type { Answer, Moment, Rule } from './moment'
import { passedOn, suggestedName } from './naming'
import { numberPlay, numberStart } from './number-guess'
import { reactionsOf } from './reaction'
import { repetition } from './repetition'
import { riddlePlay, riddleStart } from './riddles'
import { SMALLTALK } from './smalltalk'
import { STREAM_TALK } from './stream-talk'
import { sums } from './sums'
import { favourite, opinion, taste } from './taste'
import { telling } from './telling'
import { ratherAnswer, ratherStart } from './would-you-rather'

const RULES: readonly Rule[] = [
  otherLanguage,
  ...repetition,
  boundaries,
  reactionsOf(GRIEF),
  // A game that is on goes before everything that could be meant otherwise.
  riddlePlay,
  numberPlay,
  handGame,
  ratherAnswer,
  knockKnock,
  riddleStart,
  numberStart,
  ratherStart,
  ...luck,
  ...letterGames,
  sums,
  almanac,
  passedOn,
  aboutYou,
  earlierTalk,
  greeting((rest) => answerTo(rest)),
  ...followUps,
  farewell,
  hearing,
  reactionsOf(COURTESY),
  reactionsOf(ABOUT_HER),
  reactionsOf(BAD_NEWS),
  reactionsOf(GOOD_NEWS),
  telling,
  reactionsOf(STREAM_TALK),
  reactionsOf(SMALLTALK),
  choosing,
  suggestedName,
  taste,
  knowing,
  favourite,
  opinion,
  abilities,
  verdict,
  touching,
]

export function answerTo(moment: Moment): Answer {
  for (const rule of RULES) {
    const answer = rule(moment)
    if (answer) return answer
  }
  return fallback(moment)
}
