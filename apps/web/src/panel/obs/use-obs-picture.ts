// In: whether anybody looks. Out: what viewers see, as a picture of a moment ago; renewed while somebody looks.
import { useEffect, useState } from 'react'
import { callApi } from '../../lib/api-call'

/** Enough to see the right scene; each picture costs OBS a readback and the page a decode. */
const EVERY_MS = 2000
const PATIENCE_MS = 8000
const WIDTH_PX = 640

export interface ObsPictureSeen {
  /** png, base64. */
  readonly png: string | null
  readonly trouble: string | null
}

/** `scene`: another one is worth a picture at once. */
export function useObsPicture(looking: boolean, scene: string): ObsPictureSeen {
  const [seen, setSeen] = useState<ObsPictureSeen>({ png: null, trouble: null })
  // biome-ignore lint/correctness/useExhaustiveDependencies: another scene is the trigger
  useEffect(() => {
    if (!looking) return
    let left = false
    let timer = 0
    const look = async () => {
      const answer = await callApi('obsPicture', { query: { width: WIDTH_PX }, timeoutMs: PATIENCE_MS })
      if (left) return
      setSeen(answer.ok ? { png: answer.value.png, trouble: null } : { png: null, trouble: answer.problem.message })
      timer = window.setTimeout(() => void look(), EVERY_MS)
    }
    void look()
    return () => {
      left = true
      window.clearTimeout(timer)
    }
  }, [looking, scene])
  return seen
}
