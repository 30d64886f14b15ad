// In: turns. Out: where the time of your last one went, part by part, beside the usual total.
import { classNames } from '../../lib/class-names'
import { durationText } from '../../lib/figure-text'
import { usePanel } from '../panel-store'
import { lastTimeline, type TimelinePart, type TimelineStep } from './turn-timeline'

/** Four textures: the forms tell them apart where colours do not. `least`: how narrow its column may be; the longest words may be cut. */
const HATCHED = 'bg-[repeating-linear-gradient(135deg,var(--edge)_0_2px,var(--s3)_2px_6px)]'
const LOOK: Record<TimelineStep, { readonly word: string; readonly look: string; readonly least: string }> = {
  sure: { word: 'sure you had finished', look: 'bg-you', least: 'min(8.5rem, 40%)' },
  text: { word: 'text', look: HATCHED, least: 'max-content' },
  thinking: { word: 'thinking', look: 'bg-ink2', least: 'max-content' },
  voice: { word: 'voice', look: 'bg-her', least: 'max-content' },
  reply: { word: 'to first sound', look: 'bg-her', least: 'max-content' },
}
/** So much of the bar lies beyond the longer of this turn and the usual one. */
const ROOM = 1.02

export function LastTurn() {
  const timeline = lastTimeline(usePanel((state) => state.turns))
  return (
    <section aria-label="Last turn with you" className="flex-none border-t border-line px-4 pt-3 pb-3.5">
      <p className="mb-1.5 flex items-baseline gap-2 whitespace-nowrap">
        <span className="font-[650]">Last turn with you</span>
        <span className="min-w-0 truncate text-sm text-ink3">to first sound</span>
        <b className="ml-auto text-md/5 font-[650]">{timeline ? durationText(timeline.totalMs) : '–'}</b>
        <span className="text-sm text-ink3">usual {timeline?.usualMs == null ? '–' : Math.round(timeline.usualMs)}</span>
      </p>
      <div className="h-14.5">
        {timeline ? (
          <Bar parts={timeline.parts} totalMs={timeline.totalMs} usualMs={timeline.usualMs ?? timeline.totalMs} />
        ) : (
          <p className="text-ink2">Each time you say or type something, this shows where the time went.</p>
        )}
      </div>
    </section>
  )
}

function Bar({ parts, totalMs, usualMs }: { parts: readonly TimelinePart[]; totalMs: number; usualMs: number }) {
  const fullMs = Math.max(totalMs, usualMs, 1) * ROOM
  const share = (ms: number) => `${(ms / fullMs) * 100}%`
  const summary = parts.map(({ step, ms }) => `${LOOK[step].word} ${durationText(ms)}`).join(', ')
  return (
    <>
      <div
        role="img"
        aria-label={`${summary}. Usual total ${durationText(usualMs)}.`}
        className="relative flex h-5.5 gap-0.5 pt-0.5 pb-1"
      >
        {parts.map(({ step, ms }) => (
          <span
            key={step}
            // A part of a millisecond or two is still there.
            style={{ width: share(ms) }}
            className={classNames('min-w-0.75 rounded-tag forced-colors:border', LOOK[step].look)}
          />
        ))}
        <span
          style={{ left: share(usualMs) }}
          className="absolute inset-y-0 -ml-px w-0.5 bg-ink outline-2 outline-s1 forced-colors:bg-[CanvasText]"
        />
      </div>
      {/* Columns as wide as the parts, but never narrower than their words. */}
      <div
        aria-hidden="true"
        className="grid min-w-[min(100%,19rem)] gap-x-0.5 text-xs"
        style={{
          width: share(totalMs),
          gridTemplateColumns: parts
            .map(({ step, ms }) => `minmax(${LOOK[step].least}, ${Math.max(1, Math.round(ms))}fr)`)
            .join(' '),
        }}
      >
        {parts.map(({ step, ms }, index) => (
          <div key={step} className="min-w-0 pr-1.5">
            <p className="flex items-center gap-1.25 text-ink2">
              <span className={classNames('size-2 flex-none rounded-[2px] forced-colors:border', LOOK[step].look)} />
              <span className="truncate">{LOOK[step].word}</span>
            </p>
            <p className="font-[650]">{index === 0 ? durationText(ms) : Math.round(ms)}</p>
          </div>
        ))}
      </div>
    </>
  )
}
