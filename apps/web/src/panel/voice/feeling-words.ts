// In: a feeling. Out: the words for it, and how much of it there is.
import { EMOTIONS, type Emotion, type EmotionName } from '@psiona/shared'

export const FEELING_WORDS: Readonly<Record<EmotionName, string>> = {
  joy: 'Joy',
  sadness: 'Sadness',
  anger: 'Anger',
  fear: 'Fear',
  surprise: 'Surprise',
  disgust: 'Disgust',
  affection: 'Affection',
  calm: 'Calm',
  curiosity: 'Curiosity',
}

export const feelingSum = (emotion: Emotion): number => EMOTIONS.reduce((sum, name) => sum + (emotion[name] ?? 0), 0)

/** "joy 80 %, fear 20 %", or "no feeling". */
export function feelingText(emotion: Emotion): string {
  const felt = EMOTIONS.flatMap((name) => {
    const percent = Math.round((emotion[name] ?? 0) * 100)
    return percent > 0 ? [`${FEELING_WORDS[name].toLowerCase()} ${percent} %`] : []
  })
  return felt.length === 0 ? 'neutral' : felt.join(', ')
}
