// In: what was edited of a sheet. Out: what is not saved yet, in words, and the ways to save, drop and undo it.
import { classNames } from '../../lib/class-names'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { Kbd } from '../../ui/kbd'
import { changedParts } from './sheet-changes'
import { isUnsaved } from './sheet-desk'
import type { OpenModel } from './use-open-model'

export function SaveBar({ model: { desk, busy, note, save, revert, undo } }: { model: OpenModel }) {
  const unsaved = isUnsaved(desk)
  return (
    <div
      className={classNames(
        'flex flex-wrap items-center gap-2 rounded-b-card border-t border-line bg-s1 p-3.5 slim:p-2.5',
        // What is not saved stays in view, above the gap at the page's end.
        unsaved && 'sticky -bottom-3 z-1 slim:-bottom-2.5',
      )}
    >
      <Button weight="primary" disabled={!unsaved || busy} onClick={() => void save()}>
        {busy ? 'Saving' : 'Save'}
        <Kbd className="border-current bg-transparent text-current slim:hidden">Ctrl S</Kbd>
      </Button>
      <Button weight="quiet" disabled={!unsaved || busy} onClick={revert}>
        Drop changes
      </Button>
      {undo && (
        <Button disabled={busy} onClick={() => void undo()}>
          <Icon name="undo" />
          Undo last save
        </Button>
      )}
      <p role="status" className="min-h-5 min-w-0 flex-1 basis-48 text-sm text-ink2">
        {note ?? (unsaved ? `Not saved: ${changedParts(desk.saved, desk.draft)}.` : 'As saved.')}
      </p>
    </div>
  )
}
