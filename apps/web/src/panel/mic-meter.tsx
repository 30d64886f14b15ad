// In: the level of the microphone she listens to, here or elsewhere. Out: its meter, in your colour only while she hears it, with the figure and what it is.
import type { ReactNode } from 'react'
import { classNames } from '../lib/class-names'
import { levelText } from '../lib/figure-text'
import { litSegments, METER_FLOOR_DBFS, SEGMENTS } from '../lib/meter-reading'
import { useCalm } from '../lib/use-calm'
import { useHold } from '../lib/use-hold'
import { FIGURE_MS, useMeterReading } from '../lib/use-meter-reading'
import { useMicrophone } from '../mic/use-microphone'
import { Icon } from '../ui/icon'
import { Meter } from '../ui/meter'
import { useLetterKeys } from './keys/use-keys'
import { micUse, micWords } from './mic-source'
import { microphone } from './microphone'
import { micLevel, usePanel } from './panel-store'
import { talk } from './switch-microphone'

/** Nearer is better: the page that has the microphone knows its level before the server does. */
const useLevelSource = () => (useMicrophone(microphone, ({ heard }) => heard) ? microphone.level : micLevel)

function useMicMeter(count: number) {
  const house = usePanel((state) => state.microphone)
  const reading = useMeterReading(useLevelSource())
  const live = usePanel((state) => state.link === 'live')
  const use = micUse(house)
  const heard = live && use === 'heard'
  const level = use === 'none' ? '' : levelText(reading.dbfs, METER_FLOOR_DBFS)
  const figure = useCalm(reading.clips ? 'clips' : level, FIGURE_MS)
  const meter = (
    <Meter
      count={count}
      of={heard ? 'you' : 'unheard'}
      lit={litSegments(reading.dbfs, count)}
      peak={litSegments(reading.peakDbfs, count)}
      clips={reading.clips}
    />
  )
  return { house, use, heard, figure, meter, clips: figure === 'clips' }
}

const LOOK = 'grid min-h-9 w-38 content-center gap-0.75 text-left'

/** In the transport of a wide page. In push-to-talk it is a talk button as well, for hands without the key. */
export function MicMeter() {
  const { house, figure, meter, clips } = useMicMeter(SEGMENTS)
  const [letters] = useLetterKeys()
  const talks = house.source !== null && house.mode === 'push-to-talk' && !house.muted
  const hold = letters === 'off' ? 'Hold here to talk' : 'Hold V to talk'
  const content = (
    <>
      {meter}
      <span className="flex justify-between gap-2 text-xs/3.5 text-ink3">
        <span className="truncate">{micWords(house, hold)}</span>
        <span className={classNames('flex-none', clips ? 'font-semibold text-ink' : 'text-ink2')}>{figure}</span>
      </span>
    </>
  )
  if (!talks) return <div className={LOOK}>{content}</div>
  return (
    <HoldButton label={hold} held={house.held}>
      {content}
    </HoldButton>
  )
}

/** Apart, so that it is let go when it leaves under the pointer. */
function HoldButton({ label, held, children }: { label: string; held: boolean; children: ReactNode }) {
  const hold = useHold(talk)
  return (
    <button type="button" aria-label={label} aria-keyshortcuts="V" aria-pressed={held} {...hold} className={LOOK}>
      {children}
    </button>
  )
}

/** Across a narrow page. */
export function WideMicMeter() {
  const { use, heard, figure, meter, clips } = useMicMeter(SEGMENTS + SEGMENTS / 2)
  return (
    <div className="flex items-center gap-2.5 px-1">
      <span className={heard ? 'text-you' : 'text-ink3'}>
        <Icon name={heard ? 'mic' : 'mic-off'} />
      </span>
      <span className="min-w-0 flex-1">{meter}</span>
      <span className={classNames('w-13 flex-none text-right text-sm', clips ? 'font-semibold' : 'text-ink2')}>
        {use === 'none' ? 'none' : figure}
      </span>
    </div>
  )
}
