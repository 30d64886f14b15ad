// In: why this phone's microphone does not work. Out: what is so, what to do, and the button that does it.
import { Icon } from '../../ui/icon'
import type { MicProblemCode } from '../microphone-view'
import { useMicrophone } from '../use-microphone'
import { microphone } from './phone-microphone'

const again = { word: 'Start again', run: () => void microphone.start() }
const takeOver = { word: 'Take it over', run: () => void microphone.takeOver() }
const reload = { word: 'Reload', run: () => location.reload() }

const CURES: Partial<Record<MicProblemCode, { readonly word: string; readonly run: () => void }>> = {
  denied: again,
  'no-device': again,
  'device-busy': again,
  'held-back': again,
  elsewhere: takeOver,
  taken: takeOver,
  outdated: reload,
}

export function PhoneTrouble() {
  const problem = useMicrophone(microphone, (view) => view.problem)
  const cure = problem ? CURES[problem.code] : undefined
  return (
    <div role="alert" className={problem ? '' : 'hidden'}>
      {problem && (
        <div className="grid grid-cols-[auto_1fr] gap-x-2.5 gap-y-2 rounded-card bg-warn px-3.5 py-3 text-onwarn">
          <Icon name="warn" className="mt-px" />
          <p>
            <b className="font-[650]">{problem.what}</b> {problem.do}
          </p>
          {cure && (
            <button
              type="button"
              onClick={cure.run}
              className="col-start-2 min-h-11 justify-self-start rounded-control bg-onwarn px-3.5 font-semibold text-white"
            >
              {cure.word}
            </button>
          )}
        </div>
      )}
    </div>
  )
}
