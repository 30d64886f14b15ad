// In: whether there is a microphone, and whether it is muted. Out: the button that mutes it, or turns one on; both in one place.
import Link from 'next/link'
import { classNames } from '../lib/class-names'
import { useMicrophone } from '../mic/use-microphone'
import { Icon } from '../ui/icon'
import { Kbd } from '../ui/kbd'
import { microphone } from './microphone'
import { usePanel } from './panel-store'
import { switchMicrophone } from './switch-microphone'
import { useDock } from './use-dock'

const look =
  'flex h-10 w-27 flex-none items-center justify-center gap-2 rounded-control border font-semibold slim:h-15 slim:w-auto slim:flex-col slim:gap-0.5 slim:rounded-stage slim:text-sm'

export function MuteButton() {
  const { source, muted } = usePanel((state) => state.microphone)
  const elsewhere = usePanel((state) => state.settings.hearing.capture.kind === 'command')
  const dock = useDock()
  const problem = useMicrophone(microphone, (view) => view.problem)
  const starting = useMicrophone(microphone, ({ wanted, running }) => wanted && !running)
  if (source || muted)
    return (
      <button
        type="button"
        aria-pressed={muted}
        aria-keyshortcuts="M"
        onClick={() => void switchMicrophone({ muted: !muted })}
        className={classNames(
          look,
          muted
            ? 'border-ink bg-ink text-bg'
            : 'border-line bg-transparent text-ink hover:border-edge slim:border-transparent slim:bg-s3',
        )}
      >
        <Icon name={muted ? 'mic-off' : 'mic'} />
        Mute
        <Kbd className={classNames('slim:hidden', muted && 'border-current bg-transparent text-bg')}>M</Kbd>
      </button>
    )
  // What stands in its way is said, and cured, on the Ears page.
  if (problem || elsewhere)
    return (
      <Link
        href="/ears#microphone"
        // A dock has no way back.
        {...(dock ? { target: '_blank' } : {})}
        title={problem?.what}
        className={classNames(look, 'border-transparent bg-warn text-onwarn')}
      >
        <Icon name="warn" />
        <span>
          <span className="slim:hidden">See </span>Ears
        </span>
      </Link>
    )
  return (
    <button
      type="button"
      disabled={starting}
      onClick={() => void microphone.start()}
      className={classNames(look, 'border-transparent bg-s3 text-ink hover:bg-line disabled:bg-s2 disabled:text-ink3')}
    >
      <Icon name="mic" />
      {starting ? 'Starting' : 'Turn on'}
      <span className="sr-only"> the microphone</span>
    </button>
  )
}
