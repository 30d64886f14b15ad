// In: why this page's microphone does not work. Out: what is so, what to do, and the button that tries it.
import type { MicProblemCode } from '../../mic/microphone-view'
import { useMicrophone } from '../../mic/use-microphone'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { microphone } from '../microphone'

const again = () => void microphone.start()
const reload = { label: 'Reload', run: () => window.location.reload() }
const CURE: Partial<Record<MicProblemCode, { readonly label: string; readonly run: () => void }>> = {
  denied: { label: 'Start again', run: again },
  'no-device': { label: 'Look again', run: again },
  'device-busy': { label: 'Try again', run: again },
  'device-gone': { label: 'Look again', run: again },
  'held-back': { label: 'Turn on', run: again },
  elsewhere: { label: 'Use it here', run: () => void microphone.takeOver() },
  taken: { label: 'Use it here', run: () => void microphone.takeOver() },
  refused: reload,
  outdated: reload,
  'not-loaded': reload,
  broken: { label: 'Try again', run: again },
}

export function MicTrouble() {
  const problem = useMicrophone(microphone, (view) => view.problem)
  const cure = problem ? CURE[problem.code] : undefined
  return (
    <div role="alert" className={problem ? '' : 'hidden'}>
      {problem && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-control bg-warn py-2.5 pr-2.5 pl-3 text-onwarn">
          <Icon name="warn" className="self-start" />
          <p className="min-w-0 flex-1 basis-52">
            <b className="font-[650]">{problem.what}</b> {problem.do}
          </p>
          {cure && (
            <Button size="small" className="bg-onwarn text-white hover:bg-onwarn" onClick={cure.run}>
              {cure.label}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
