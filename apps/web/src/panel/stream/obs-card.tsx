// In: whether OBS shows her. Out: the five steps that bring her there.
import type { ReactNode } from 'react'
import { Card, CardHead } from '../../ui/card'
import { Icon } from '../../ui/icon'
import { usePanel } from '../panel-store'

const STEPS: readonly ReactNode[] = [
  <>
    Press <b>Copy</b> above.
  </>,
  <>
    In OBS, under <b>Sources</b>, press <b>+</b> and choose <b>Browser</b>.
  </>,
  <>
    Paste the address into <b>URL</b>. Width 800 and height 1000 suit her; any size works.
  </>,
  <>
    Tick <b>Control audio via OBS</b>, so that she has a fader of her own. Leave <b>Shutdown source when not visible</b> unticked.
  </>,
  <>
    Press <b>OK</b> and place her. She appears within a second, on a transparent ground.
  </>,
]

export function ObsCard() {
  const inObs = usePanel((state) => state.sounding === 'obs')
  return (
    <Card aria-labelledby="obs" id="obs-steps">
      <CardHead id="obs" title="Into OBS in five steps">
        <span className="flex items-center gap-1.5 text-sm text-ink2">
          <Icon name={inObs ? 'tick' : 'off'} className={inObs ? 'size-4 stroke-2 text-ok' : 'size-4 stroke-2'} />
          {inObs ? 'She sounds in OBS' : 'Not in OBS yet'}
        </span>
      </CardHead>
      <ol className="grid gap-2.5 px-3.5 pb-4 [&_b]:font-[650]">
        {STEPS.map((step, index) => (
          // The steps never change.
          // biome-ignore lint/suspicious/noArrayIndexKey: as said above
          <li key={index} className="grid grid-cols-[1.75rem_minmax(0,1fr)] items-start gap-2.5">
            <span className="grid size-7 place-items-center rounded-full bg-s3 text-sm font-[650]" aria-hidden="true">
              {index + 1}
            </span>
            <span className="max-w-[70ch] pt-1 text-ink2 [&_b]:text-ink">{step}</span>
          </li>
        ))}
      </ol>
    </Card>
  )
}
