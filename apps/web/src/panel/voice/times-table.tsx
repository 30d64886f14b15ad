// In: a take. Out: what is said when, as tables: for readers, and for who wants the figures.
import type { RenderedVoice } from '@psiona/shared'

const seconds = (value: number) => value.toFixed(2)

export function TimesTable({ rendered: { words, visemes } }: { rendered: RenderedVoice }) {
  const rows = words.map(({ text, start, end }) => ({
    text,
    start,
    end,
    phones: visemes.filter((phone) => phone.viseme !== 'sil' && phone.start >= start - 1e-3 && phone.start < end - 1e-3),
  }))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys as well
    <section className="max-h-64 overflow-y-auto" tabIndex={0} aria-label="Words and phones with their times">
      <table className="w-full border-collapse text-left text-sm">
        <thead className="text-ink3">
          <tr>
            <th className="py-1 pr-3 font-normal">Word</th>
            <th className="pr-3 text-right font-normal">From, s</th>
            <th className="pr-3 text-right font-normal">To, s</th>
            <th className="font-normal">Phones</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ text, start, end, phones }) => (
            <tr key={start} className="border-t border-line">
              <th className="py-1 pr-3 font-[650]">{text}</th>
              <td className="pr-3 text-right">{seconds(start)}</td>
              <td className="pr-3 text-right">{seconds(end)}</td>
              <td className="font-mono text-ink2">{phones.map(({ phoneme }) => phoneme).join(' ') || '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
