// In: the last test recording. Out: her knowledge of whose voice that is; and what she needs first.
import { useState } from 'react'
import { callApi } from '../../lib/api-call'
import { Button } from '../../ui/button'
import { Trouble } from '../../ui/trouble'
import { usePanel } from '../panel-store'
import { saidHere } from '../said-here'

/** Comparing voices takes a moment for each second of speech. */
const PATIENCE_MS = 20_000

export function VoiceLearner({ learnt, onLearnt }: { learnt: boolean; onLearnt: () => Promise<void> }) {
  const model = usePanel((state) => state.models.some(({ job, state: how }) => job === 'speaker' && how === 'installed'))
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [seconds, setSeconds] = useState<number | null>(null)

  const learn = async () => {
    setBusy(true)
    setTrouble(null)
    const answer = await callApi('learnVoice', { timeoutMs: PATIENCE_MS })
    setBusy(false)
    if (!answer.ok) return setTrouble(saidHere(answer.problem.message))
    setSeconds(answer.value.seconds)
    await onLearnt()
  }
  if (!model)
    return (
      <p className="text-ink2">
        This needs a model that tells voices apart. Fetch one under{' '}
        <a href="#models" className="underline underline-offset-2">
          Models
        </a>
        .
      </p>
    )
  return (
    <div className="grid gap-2">
      <p className="text-ink2">
        {learnt ? 'She knows your voice.' : 'She does not know your voice yet.'} Do the test under “Try it”, alone, then press the
        button.
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <Button size="small" disabled={busy} onClick={() => void learn()}>
          {busy ? 'Learning' : learnt ? 'Learn my voice again' : 'Learn my voice'}
        </Button>
        <span role="status" className="text-sm text-ink2">
          {seconds !== null && `Learnt from ${seconds.toFixed(1)} s of speech.`}
        </span>
      </div>
      <Trouble>{trouble}</Trouble>
    </div>
  )
}
