// What she feels, as one vector that voice and face both follow; and what she does once, as a gesture.
import { z } from 'zod'

export const EMOTIONS = ['joy', 'sadness', 'anger', 'fear', 'surprise', 'disgust', 'affection', 'calm', 'curiosity'] as const
export const EmotionName = z.enum(EMOTIONS)
export type EmotionName = z.infer<typeof EmotionName>

/** Strength per emotion, 0..1; what is absent is 0. */
export const Emotion = z.partialRecord(EmotionName, z.number().min(0).max(1))
export type Emotion = z.infer<typeof Emotion>

export const NEUTRAL: Emotion = Object.freeze({})

/** Things the face does once, on top of the emotion. */
export const GESTURES = ['wink', 'nod', 'shake', 'tilt', 'smug', 'thinking', 'laughing'] as const
export const Gesture = z.enum(GESTURES)
export type Gesture = z.infer<typeof Gesture>

/** The strongest emotion, or 'neutral' when none reaches `floor`. */
export function leadingEmotion(emotion: Emotion, floor = 0.15): EmotionName | 'neutral' {
  let lead: EmotionName | 'neutral' = 'neutral'
  let most = floor
  for (const name of EMOTIONS) {
    const strength = emotion[name] ?? 0
    if (strength > most) [lead, most] = [name, strength]
  }
  return lead
}
