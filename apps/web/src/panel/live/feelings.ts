// In: an emotion vector. Out: the strongest feelings by the words the panel uses.
import { EMOTIONS, type Emotion, type EmotionName } from '@psiona/shared'

export interface Feeling {
  readonly word: string
  readonly strength: number
}

const WORD: Record<EmotionName, string> = {
  joy: 'joy',
  sadness: 'sad',
  anger: 'angry',
  fear: 'afraid',
  surprise: 'surprised',
  disgust: 'disgust',
  affection: 'fond',
  calm: 'calm',
  curiosity: 'curious',
}

/** Below this a feeling would show as 0.0. */
const FLOOR = 0.05

export const strongest = (emotion: Emotion, most: number): Feeling[] =>
  EMOTIONS.map((name) => ({ word: WORD[name], strength: emotion[name] ?? 0 }))
    .filter(({ strength }) => strength >= FLOOR)
    .sort((a, b) => b.strength - a.strength)
    .slice(0, most)
