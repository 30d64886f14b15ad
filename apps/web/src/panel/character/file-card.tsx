// In: one character's id. Out: its file to edit: saved with Ctrl S, mistakes at their line, nobody's change lost.
import { useCallback, useRef } from 'react'
import { counted } from '../../lib/figure-text'
import { editedLines } from '../../lib/line-diff'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Empty } from '../../ui/empty'
import { Icon } from '../../ui/icon'
import { Kbd } from '../../ui/kbd'
import { Tag } from '../../ui/tag'
import { Trouble } from '../../ui/trouble'
import { useSaveKey } from '../keys/key-requests'
import { ChangedOutside } from './changed-outside'
import { isEdited, problemLine } from './editor-state'
import { goToLine } from './go-to-line'
import { replaceText } from './replace-text'
import { useCharacterFile } from './use-character-file'
import { YamlEditor } from './yaml-editor'

export function FileCard({ id, onSaved }: { id: string; onSaved: () => void }) {
  const { editor, trouble, tell, save } = useCharacterFile(id, onSaved)
  const field = useRef<HTMLTextAreaElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const saveNow = useCallback(() => void save(), [save])
  useSaveKey(saveNow)

  if (!editor)
    return <Card aria-label={`${id}.yaml`}>{trouble && <Empty title={`${id}.yaml cannot be shown`}>{trouble}</Empty>}</Card>
  const edited = isEdited(editor)
  const edits = edited ? editedLines(editor.base, editor.draft) : 0
  const line = problemLine(editor)
  /** Into the field as if typed, so that Ctrl Z takes it back. */
  const type = (text: string) => {
    if (field.current) replaceText(field.current, text)
  }
  return (
    <Card aria-labelledby="file">
      <div className="flex flex-none flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
        <h2 id="file" className="font-[650]">
          {id}.yaml
        </h2>
        {editor.problem && <Tag look="warn">{line === null ? 'to fix' : '1 line to fix'}</Tag>}
        <p role="status" className="min-w-0 flex-1 truncate text-sm text-ink3">
          {editor.note ?? (edited ? `${counted(edits, 'line')} changed` : 'as saved')}
        </p>
        <div className="flex gap-2">
          <Button weight="quiet" disabled={!edited} onClick={() => type(editor.base)}>
            <Icon name="undo" />
            Revert
          </Button>
          <Button weight="primary" onClick={saveNow} disabled={!edited || editor.saving || editor.theirs !== null}>
            {editor.saving ? 'Saving' : 'Save'}
            <Kbd className="border-current bg-transparent text-current slim:hidden">Ctrl S</Kbd>
          </Button>
        </div>
      </div>
      <Trouble className="mx-3 mb-2 flex-none">{trouble}</Trouble>
      {editor.theirs && (
        <ChangedOutside
          editor={editor}
          theirs={editor.theirs}
          onMerge={(text) => {
            tell({ type: 'went-on-from-theirs' })
            type(text)
          }}
          onKeepMine={() => tell({ type: 'went-on-from-theirs' })}
          onTakeTheirs={() => {
            const { yaml } = editor.theirs ?? { yaml: editor.base }
            tell({ type: 'went-on-from-theirs' })
            type(yaml)
          }}
        />
      )}
      <div id="file-problem" role="alert" className="flex-none">
        {editor.problem && (
          <div className="mx-3 mb-2 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-control bg-warn px-3 py-2.5 text-onwarn">
            <Icon name="warn" />
            <p className="min-w-0 flex-1 basis-64 font-semibold [overflow-wrap:anywhere]">
              {editor.problem.message}
              <span className="block text-sm font-normal">Nothing was saved. She keeps the last good version.</span>
            </p>
            {line !== null && (
              <Button
                size="small"
                className="bg-onwarn text-white hover:bg-onwarn"
                onClick={() => {
                  if (field.current && scroller.current)
                    goToLine(field.current, scroller.current, line, (editor.problem?.where?.column ?? 1) - 1)
                }}
              >
                Go to line {line + 1}
              </Button>
            )}
          </div>
        )}
      </div>
      <YamlEditor
        label={`${id}.yaml`}
        base={editor.base}
        draft={editor.draft}
        troubleLine={line}
        describedBy="file-problem"
        onType={(draft) => tell({ type: 'typed', draft })}
        field={field}
        scroller={scroller}
      />
    </Card>
  )
}
