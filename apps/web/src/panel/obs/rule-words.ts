// In: a rule, or a part of one. Out: it as a sentence.
import type { EmotionName, ObsAction, ObsRule, RuleTrigger } from '@psiona/shared'
import { counted, strengthText } from '../../lib/figure-text'
import { eventWord } from '../events/event-words'

/** As in "when joy reaches 0.7". */
export const EMOTION_WORD: Readonly<Record<EmotionName, string>> = {
  joy: 'joy',
  sadness: 'sadness',
  anger: 'anger',
  fear: 'fear',
  surprise: 'surprise',
  disgust: 'disgust',
  affection: 'affection',
  calm: 'calm',
  curiosity: 'curiosity',
}

export function triggerWords(when: RuleTrigger): string {
  switch (when.on) {
    case 'emotion':
      return `her ${EMOTION_WORD[when.emotion]} reaches ${strengthText(when.atLeast)}`
    case 'event': {
      const { happens, counts } = eventWord(when.event)
      return counts && when.atLeast > 0 ? `${happens}, ${counted(when.atLeast, counts.one, counts.many)} or more` : happens
    }
    case 'speaking':
      return 'she speaks'
    case 'panic':
      return 'panic is pressed'
    default:
      return when satisfies never
  }
}

export const dbText = (db: number) => (db <= -100 ? 'silence' : `${String(Math.round(db * 10) / 10).replace('-', '−')} dB`)
const quoted = (name: string) => (name === '' ? '…' : `“${name}”`)

export function actionWords(action: ObsAction): string {
  switch (action.do) {
    case 'scene':
      return `switch to the scene ${quoted(action.scene)}`
    case 'source':
      return `${action.visible ? 'show' : 'hide'} ${quoted(action.source)} in ${quoted(action.scene)}`
    case 'filter':
      return `turn ${action.enabled ? 'on' : 'off'} the filter ${quoted(action.filter)} of ${quoted(action.source)}`
    case 'mute':
      return `${action.muted ? 'mute' : 'unmute'} ${quoted(action.input)}`
    case 'volume':
      return `set ${quoted(action.input)} to ${dbText(action.db)}`
    default:
      return action satisfies never
  }
}

export function backWords(back: ObsRule['back']): string {
  switch (back.after) {
    case 'seconds':
      return `Back after ${back.seconds} s.`
    case 'over':
      return 'Back when that is over.'
    case 'never':
      return 'It stays so.'
    default:
      return back satisfies never
  }
}

export const ruleSentence = ({ when, does, back }: Pick<ObsRule, 'when' | 'does' | 'back'>): string =>
  `When ${triggerWords(when)}: ${does.map(actionWords).join(', then ')}. ${backWords(back)}`.replace('….', '…')
