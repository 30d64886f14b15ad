// In: what became of lines since the start. Out: four figures.
import { usePanel } from '../panel-store'

const WORDS = [
  { of: 'heldBack', word: 'held back' },
  { of: 'linesRefused', word: 'chat lines not fit' },
  { of: 'approved', word: 'you let through' },
  { of: 'skipped', word: 'you skipped' },
] as const

export function SafetyCounts() {
  const counts = usePanel((state) => state.safety.counts)
  return (
    <dl
      aria-label="Since the start"
      className="grid grid-cols-4 gap-x-3 gap-y-2 border-t border-line px-3.5 py-3 slim:grid-cols-2"
    >
      {WORDS.map(({ of, word }) => (
        <div key={of} className="flex flex-col-reverse justify-end">
          <dt className="text-xs text-ink3">{word}</dt>
          <dd className="text-lg font-[650]">{counts[of]}</dd>
        </div>
      ))}
    </dl>
  )
}
