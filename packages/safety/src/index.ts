// Whether something may be said aloud, and what may be spoken of a stranger's text. Pure: no Node, no clock.
export { boundedSpeech } from './bounded-speech'
export { createFilter, type Filter } from './filter'
export { type Rules, rulesOf } from './rules'
export { speechSeconds } from './speech-seconds'
