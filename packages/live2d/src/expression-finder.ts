// The names of expressions and motion groups in, which feeling, moment or touch each is for out.
import type { AvatarMap, MotionCue } from '@psiona/shared/avatar-map'
import { MOTION_CUES } from '@psiona/shared/avatar-map'
import { EMOTIONS, type EmotionName } from '@psiona/shared/mood'
import { CUE_WORDS, EMOTION_WORDS, PLACE_WORDS, TOUCH_WORDS } from './feeling-words'
import type { ModelDictEntry } from './model-dict'
import { Name, plain } from './plain-name'

const emotionEntries = Object.entries(EMOTION_WORDS) as [EmotionName, readonly string[]][]

/** Null when it says none. */
export const emotionOf = (name: string): EmotionName | null => {
  const said = new Name(name)
  return emotionEntries.find(([, words]) => said.saysOne(words))?.[0] ?? null
}

/** What another program's emotion map says comes first, then the names of the expressions. */
export const expressionsByEmotion = (expressions: readonly string[], dict?: ModelDictEntry): AvatarMap['expressions'] => {
  const found: Partial<Record<EmotionName, string>> = {}
  for (const [word, choice] of Object.entries(dict?.emotionMap ?? {})) {
    const emotion = emotionOf(word)
    const expression = typeof choice === 'number' ? expressions[choice] : expressions.find((e) => plain(e) === plain(choice))
    if (emotion && expression) found[emotion] ??= expression
  }
  for (const expression of expressions) {
    const emotion = emotionOf(expression)
    if (emotion && expression !== '') found[emotion] ??= expression
  }
  return found
}

export const motionsByCue = (groups: readonly string[], dict?: ModelDictEntry): AvatarMap['motions'] => {
  const found: Partial<Record<MotionCue, string>> = {}
  if (dict?.idleMotionGroupName !== undefined && groups.includes(dict.idleMotionGroupName)) found.idle = dict.idleMotionGroupName
  const named = groups.map((group) => ({ group, name: new Name(group) }))
  for (const cue of MOTION_CUES) {
    if (found[cue] !== undefined) continue
    const [group] = (CUE_WORDS[cue] ?? []).flatMap((word) => named.filter(({ name }) => name.says(word)).map((n) => n.group))
    if (group !== undefined) found[cue] = group
  }
  for (const { group, name } of named) {
    if (name.saysOne(TOUCH_WORDS) || Object.values(found).includes(group)) continue
    const emotion = EMOTIONS.find((e) => emotionOf(group) === e && e !== 'calm')
    if (emotion) found[`emotion-${emotion}`] ??= group
  }
  return found
}

/** The group a touch of each hit area plays, where one names the same place. */
export const tapsByArea = (areas: readonly string[], groups: readonly string[], dict?: ModelDictEntry): AvatarMap['taps'] => {
  const found: Record<string, string> = {}
  const wishes = Object.entries(dict?.tapMotions ?? {})
  for (const area of areas) {
    const place = PLACE_WORDS.find((words) => new Name(area).saysOne(words))
    const wish =
      wishes.find(([wished]) => plain(wished) === plain(area)) ??
      wishes.find(([wished]) => place && new Name(wished).saysOne(place))
    const [most] = Object.entries(wish?.[1] ?? {})
      .filter(([group]) => groups.includes(group))
      .sort(([, a], [, b]) => b - a)
    const touching = groups.filter((group) => place && new Name(group).saysOne(TOUCH_WORDS) && placeSaid(group, place))
    const group = most?.[0] ?? touching[0]
    if (group !== undefined) found[area] = group
  }
  return found
}

/** 'TapBody' and 'tapbody' both name the body. */
const placeSaid = (group: string, place: readonly string[]): boolean => {
  const bare = TOUCH_WORDS.reduce((text, word) => text.replace(new RegExp(word, 'giu'), ' '), group)
  return new Name(bare).saysOne(place)
}
