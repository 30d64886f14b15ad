// In: the line in the air. Out: it word by word as it is heard on stream, in a place of three rows.
import { usePanel } from '../panel-store'
import { useLine } from './use-line'
import { WordRuns } from './word-runs'

export function Subtitle() {
  const line = useLine()
  const onStream = usePanel((state) => state.sounding === 'obs')
  const name = usePanel((state) => state.character.name)
  return (
    <section aria-label={onStream ? 'Heard on stream' : 'Heard'} className="flex-none px-4 pt-3 pb-3.5">
      <p className="mb-1.5 flex gap-2.5 text-sm text-ink3">
        <span>{onStream ? 'Heard on stream' : 'Heard'}</span>
        {line && (
          <span className="ml-auto">
            {line.heard} of {line.total} words heard
          </span>
        )}
      </p>
      <p className="line-clamp-3 rows-3 text-subtitle font-medium">
        {line ? (
          <WordRuns runs={line.runs} />
        ) : (
          <span className="text-base text-ink2">What {name} says appears here, word by word as it is heard.</span>
        )}
      </p>
    </section>
  )
}
