// In: scores with their intervals. Out: a table whose last column is a picture of them on one scale.
import type { VoiceScore } from './rating-summary'

export interface ScoreTableProps {
  readonly title: string
  readonly scores: readonly VoiceScore[]
  /** Ends of the scale. */
  readonly from: number
  readonly to: number
  readonly text: (value: number) => string
}

export function ScoreTable({ title, scores, from, to, text }: ScoreTableProps) {
  const place = (value: number) => `${((value - from) / (to - from)) * 100}%`
  return (
    <table className="w-full border-collapse text-left">
      <caption className="pb-1.5 text-left font-semibold">{title}</caption>
      <thead className="text-sm text-ink3">
        <tr>
          <th className="py-1 pr-3 font-normal">Voice</th>
          <th className="py-1 pr-3 text-right font-normal">Answers</th>
          <th className="py-1 pr-3 text-right font-normal">Mean</th>
          <th className="w-2/5 py-1 font-normal">
            <span className="flex justify-between">
              <span>{text(from)}</span>
              <span>95 % sure</span>
              <span>{text(to)}</span>
            </span>
          </th>
        </tr>
      </thead>
      <tbody>
        {scores.map(({ engine, answers, value, low, high }) => (
          <tr key={engine} className="border-t border-line">
            <th className="py-1.5 pr-3 font-semibold [overflow-wrap:anywhere]">{engine}</th>
            <td className="pr-3 text-right">{answers}</td>
            <td className="pr-3 text-right">{text(value)}</td>
            <td>
              <span className="sr-only">{`${text(low)} to ${text(high)}`}</span>
              <span aria-hidden="true" className="relative block h-3">
                <span className="absolute inset-x-0 top-1.25 h-0.5 bg-s3" />
                <span
                  className="absolute top-0.75 h-1.5 rounded-full bg-edge"
                  style={{ left: place(low), width: `${((high - low) / (to - from)) * 100}%` }}
                />
                <span className="absolute top-0 -ml-0.75 h-3 w-1.5 rounded-full bg-ink" style={{ left: place(value) }} />
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
