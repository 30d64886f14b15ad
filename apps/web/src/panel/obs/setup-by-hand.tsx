// Out: the five steps that bring her into OBS by hand.
import type { ReactNode } from 'react'

const STEPS: readonly ReactNode[] = [
  <>
    Copy <b>the overlay’s address</b>.
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

export const SetupByHand = () => (
  <ol className="grid gap-2.5 [&_b]:font-[650]">
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
)
