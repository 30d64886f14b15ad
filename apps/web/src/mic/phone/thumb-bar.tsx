// In: muted or not, on or off. Out: both under the thumb, always in the same place.
import { classNames } from '../../lib/class-names'
import { Icon } from '../../ui/icon'
import { useMicrophone } from '../use-microphone'
import { microphone } from './phone-microphone'

const look =
  'flex h-15 items-center justify-center gap-2.5 rounded-stage border-2 text-md font-[650] disabled:border-line disabled:bg-s2 disabled:text-ink3'

export function ThumbBar() {
  const muted = useMicrophone(microphone, ({ house }) => house?.muted ?? false)
  const known = useMicrophone(microphone, ({ house }) => house !== null)
  const wanted = useMicrophone(microphone, (view) => view.wanted)
  return (
    <div className="grid grid-cols-2 gap-2.5">
      <button
        type="button"
        aria-pressed={muted}
        disabled={!known}
        onClick={() => microphone.setMuted(!muted)}
        className={classNames(look, muted ? 'border-ink bg-ink text-bg' : 'border-edge bg-s3 text-ink')}
      >
        <Icon name={muted ? 'mic-off' : 'mic'} className="size-5.5" />
        Mute
      </button>
      {wanted ? (
        <button type="button" onClick={microphone.stop} className={classNames(look, 'border-edge bg-transparent')}>
          Turn off
        </button>
      ) : (
        <button type="button" onClick={() => void microphone.start()} className={classNames(look, 'border-ink bg-ink text-bg')}>
          <Icon name="mic" className="size-5.5" />
          Turn on
        </button>
      )}
    </div>
  )
}
