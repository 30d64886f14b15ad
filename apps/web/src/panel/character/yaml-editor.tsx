// In: a character file as typed. Out: a plain text field over its coloured lines, with their numbers, what changed, and the line to fix.
import { memo, type RefObject, useMemo } from 'react'
import { classNames } from '../../lib/class-names'
import { changedLines, linesOf } from '../../lib/line-diff'
import { inTextBlock, type YamlPiece, yamlPieces } from './yaml-tokens'

export interface YamlEditorProps {
  readonly label: string
  readonly base: string
  readonly draft: string
  /** 0 = first. */
  readonly troubleLine: number | null
  /** Id of the words about it. */
  readonly describedBy: string
  readonly onType: (draft: string) => void
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly scroller: RefObject<HTMLDivElement | null>
}

const LOOK: Record<YamlPiece['kind'], string> = { plain: '', key: 'font-bold', figure: 'font-bold', comment: 'text-ink3' }

/** The text and its colours are two layers, so everything that sets the place of a letter is said once. */
const letters = 'px-3 font-mono text-sm/5.5 whitespace-pre [tab-size:2] [font-variant-ligatures:none]'

export function YamlEditor({ label, base, draft, troubleLine, describedBy, onType, field, scroller }: YamlEditorProps) {
  const lines = linesOf(draft)
  const blocks = useMemo(() => inTextBlock(linesOf(draft)), [draft])
  const changed = useMemo(() => changedLines(base, draft), [base, draft])
  const widest = lines.reduce((most, line) => Math.max(most, line.length), 0)
  return (
    // The caret is brought into view beside the line numbers, not under them.
    <div
      ref={scroller}
      className="min-h-0 flex-1 scroll-py-4 scroll-pr-8 scroll-pl-18 overflow-auto overscroll-contain rounded-b-card border-2 border-transparent py-2 focus-within:border-focus"
    >
      <div className="flex min-h-full w-max min-w-full">
        <div aria-hidden="true" className="sticky left-0 z-1 flex-none bg-s1 font-mono text-sm/5.5 text-ink3 select-none">
          {lines.map((_, index) => (
            <div
              // A line's number is its name.
              // biome-ignore lint/suspicious/noArrayIndexKey: as said above
              key={index}
              className={classNames(
                'h-5.5 min-w-12 border-l-3 pr-2.5 text-right',
                index === troubleLine
                  ? 'border-warn bg-warn font-bold text-onwarn'
                  : changed.has(index)
                    ? 'border-ink2 text-ink'
                    : 'border-transparent',
              )}
            >
              {index + 1}
            </div>
          ))}
        </div>
        <div className="relative min-w-0 flex-1">
          <div aria-hidden="true" className={classNames(letters, 'pointer-events-none absolute inset-0 pr-0')}>
            {lines.map((line, index) => (
              <Line
                // biome-ignore lint/suspicious/noArrayIndexKey: a line's number is its name
                key={index}
                text={line}
                inBlock={blocks[index] === true}
                trouble={index === troubleLine}
                changed={changed.has(index)}
              />
            ))}
          </div>
          <textarea
            ref={field}
            aria-label={label}
            aria-describedby={describedBy}
            aria-invalid={troubleLine !== null || undefined}
            wrap="off"
            rows={lines.length}
            // Two letters of room for the caret behind the longest line.
            cols={Math.max(20, widest + 2)}
            spellCheck={false}
            autoComplete="off"
            autoCapitalize="off"
            value={draft}
            onChange={(event) => onType(event.target.value)}
            className={classNames(
              letters,
              'relative block min-w-full resize-none overflow-hidden bg-transparent text-transparent caret-ink outline-none selection:bg-focus/35 forced-colors:text-[CanvasText]',
            )}
          />
        </div>
      </div>
    </div>
  )
}

interface LineProps {
  readonly text: string
  readonly inBlock: boolean
  readonly trouble: boolean
  readonly changed: boolean
}

/** Only the lines that changed are drawn anew. */
const Line = memo(function Line({ text, inBlock, trouble, changed }: LineProps) {
  return (
    <div className={classNames('-mx-3 h-5.5 px-3 forced-colors:invisible', trouble ? 'bg-warn/20' : changed && 'bg-s2')}>
      {yamlPieces(text, inBlock).map(({ kind, text: piece }, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name than their place
          key={index}
          className={classNames(
            LOOK[kind],
            trouble &&
              kind !== 'comment' &&
              piece.trim() !== '' &&
              'underline decoration-(--warnsign) decoration-wavy underline-offset-3',
          )}
        >
          {piece}
        </span>
      ))}
    </div>
  )
})
