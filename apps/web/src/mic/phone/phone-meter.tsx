// In: the level of this phone's microphone. Out: its meter, in your colour only while she hears it, and the figure.
import { classNames } from '../../lib/class-names'
import { levelText } from '../../lib/figure-text'
import { litSegments, METER_FLOOR_DBFS, SEGMENTS } from '../../lib/meter-reading'
import { useCalm } from '../../lib/use-calm'
import { FIGURE_MS, useMeterReading } from '../../lib/use-meter-reading'
import { Icon } from '../../ui/icon'
import { Meter } from '../../ui/meter'
import { useMicrophone } from '../use-microphone'
import { microphone } from './phone-microphone'
import { phoneTally } from './phone-tally'

const COUNT = SEGMENTS + SEGMENTS / 2

export function PhoneMeter() {
  const reading = useMeterReading(microphone.level)
  const running = useMicrophone(microphone, (view) => view.running)
  const heard = useMicrophone(microphone, (view) => phoneTally(view, '').word === 'Listening')
  const figure = useCalm(reading.clips ? 'clips' : running ? levelText(reading.dbfs, METER_FLOOR_DBFS) : 'off', FIGURE_MS)
  return (
    <div className="flex items-center gap-2.5 px-1">
      <Icon name={heard ? 'mic' : 'mic-off'} className={heard ? 'text-you' : 'text-ink3'} />
      <Meter
        count={COUNT}
        of={heard ? 'you' : 'unheard'}
        lit={litSegments(reading.dbfs, COUNT)}
        peak={litSegments(reading.peakDbfs, COUNT)}
        clips={reading.clips}
        className="flex-1"
      />
      <span className={classNames('w-13 flex-none text-right text-sm', reading.clips ? 'font-semibold' : 'text-ink2')}>
        {figure}
      </span>
    </div>
  )
}
