// In: one file, edited here and elsewhere. Out: what differs, and the three ways on.
import { useEffect, useState } from 'react'
import { counted } from '../../lib/figure-text'
import { editedLines } from '../../lib/line-diff'
import { mergedText } from '../../lib/line-merge'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import type { EditorState } from './editor-state'

export interface ChangedOutsideProps {
  readonly editor: EditorState
  readonly theirs: NonNullable<EditorState['theirs']>
  readonly onMerge: (text: string) => void
  readonly onKeepMine: () => void
  readonly onTakeTheirs: () => void
}

export function ChangedOutside({ editor: { id, base, draft }, theirs, onMerge, onKeepMine, onTakeTheirs }: ChangedOutsideProps) {
  const merged = mergedText(base, draft, theirs.yaml)
  const [agoS, setAgoS] = useState(0)
  useEffect(() => {
    const count = () => setAgoS(Math.round((Date.now() - theirs.seenAt) / 1000))
    count()
    const timer = window.setInterval(count, 1000)
    return () => window.clearInterval(timer)
  }, [theirs.seenAt])
  return (
    <section
      aria-label="Changed outside"
      className="m-3 mt-0 flex flex-none flex-wrap items-center gap-x-4 gap-y-2 rounded-control bg-warn px-3 py-2.5 text-onwarn"
    >
      <Icon name="warn" />
      <div className="min-w-0 flex-1 basis-64">
        <p role="alert" className="font-[650]">
          {id}.yaml changed outside
        </p>
        <p className="text-sm">
          {agoS} s ago. Yours: {counted(editedLines(base, draft), 'line')}, theirs:{' '}
          {counted(editedLines(base, theirs.yaml), 'line')}.{merged === null && ' They meet in the same lines.'}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        {merged !== null && (
          <Button size="small" className="bg-onwarn text-white hover:bg-onwarn" onClick={() => onMerge(merged)}>
            Merge
          </Button>
        )}
        <Button size="small" weight="outline" className="border-onwarn text-onwarn hover:border-onwarn" onClick={onKeepMine}>
          Keep mine
        </Button>
        <Button size="small" weight="outline" className="border-onwarn text-onwarn hover:border-onwarn" onClick={onTakeTheirs}>
          Take theirs
        </Button>
      </div>
    </section>
  )
}
