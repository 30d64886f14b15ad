// In: words by what became of them. Out: them as text: heard plain, sounding underlined, open dotted, cut struck through; readers hear it in words.
import { Fragment } from 'react'
import { classNames } from '../../lib/class-names'
import type { WordFate, WordRun } from './heard-words'

const LOOK: Record<WordFate, string> = {
  heard: '',
  now: 'font-bold underline decoration-her decoration-3 underline-offset-[0.3em]',
  open: 'text-ink3 underline decoration-edge decoration-dotted decoration-2 underline-offset-[0.3em]',
  cut: 'text-ink3 line-through decoration-[1.5px]',
}

export function WordRuns({ runs }: { runs: readonly WordRun[] }) {
  return runs.map(({ fate, text }, index) => {
    const Element = fate === 'cut' ? 's' : 'span'
    return (
      // Runs only grow and shrink; their place is their name.
      // biome-ignore lint/suspicious/noArrayIndexKey: as said above
      <Fragment key={index}>
        {index > 0 && ' '}
        {fate === 'cut' && <span className="sr-only">not heard: </span>}
        <Element className={classNames(LOOK[fate])}>{text}</Element>
      </Fragment>
    )
  })
}
