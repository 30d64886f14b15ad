// In: a feeling and its strength. Out: the face her voice gives it, as on stream: rendered once by the server and kept for this page.
import { type EmotionName, FACE_CHANNELS } from '@psiona/shared'
import { useEffect, useState } from 'react'
import { callApi } from '../../lib/api-call'

/** Long enough for a feeling to arrive in the face, with lips that close at the end. */
const HUM = 'Mm, mm, mm, mm, mm.'

export interface Feeling {
  readonly name: EmotionName
  /** 0..1 */
  readonly strength: number
}

const made = new Map<string, readonly number[]>()

async function faceOf({ name, strength }: Feeling): Promise<readonly number[] | string> {
  const key = `${name} ${strength.toFixed(2)}`
  const kept = made.get(key)
  if (kept) return kept
  const answer = await callApi('renderVoice', { body: { text: HUM, engine: { kind: 'psi' }, emotion: { [name]: strength } } })
  if (!answer.ok) return answer.problem.message
  const { channels, frames } = answer.value.face
  const last = frames.at(-1) ?? []
  const face = FACE_CHANNELS.map(({ name: channel, rest }) => last[channels.indexOf(channel)] ?? rest)
  made.set(key, face)
  return face
}

export function useFeelingFace(feeling: Feeling | null) {
  const [face, setFace] = useState<readonly number[] | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  useEffect(() => {
    let left = false
    if (!feeling) {
      setFace(null)
      setTrouble(null)
      return
    }
    void faceOf(feeling).then((answer) => {
      if (left) return
      setTrouble(typeof answer === 'string' ? answer : null)
      // What was shown before stays until the next is there.
      if (typeof answer !== 'string') setFace(answer)
    })
    return () => {
      left = true
    }
  }, [feeling])
  return { face, trouble }
}
