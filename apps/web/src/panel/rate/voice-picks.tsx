// In: the voices there are, and which take part. Out: a box to tick for each.
import type { VoicesReply } from '@psiona/shared'

export interface VoicePicksProps {
  /** Null while they are being asked for. */
  readonly there: VoicesReply | null
  readonly picked: ReadonlySet<string>
  readonly onPick: (picked: ReadonlySet<string>) => void
}

export function VoicePicks({ there, picked, onPick }: VoicePicksProps) {
  const all = [
    ...(there?.voices ?? []).map(({ id, title, detail }) => ({ key: `voice:${id}`, title, detail })),
    // Her own engine takes part by its voices.
    ...(there?.engines ?? []).flatMap(({ choice, title, detail }, index) =>
      choice.kind === 'psi' ? [] : [{ key: `engine:${index}`, title, detail }],
    ),
  ]
  const toggle = (key: string, on: boolean) => {
    const next = new Set(picked)
    if (on) next.add(key)
    else next.delete(key)
    onPick(next)
  }
  return (
    <fieldset className="grid min-h-40 content-start gap-1.5">
      <legend className="mb-1.5 font-semibold">Who takes part</legend>
      <div className="grid gap-x-4 strip:grid-cols-2">
        {all.map(({ key, title, detail }) => (
          <label key={key} className="flex min-h-11 items-start gap-2.5 rounded-control py-1.5">
            <input
              type="checkbox"
              className="mt-0.5 size-5 flex-none accent-(--color-ink)"
              checked={picked.has(key)}
              onChange={(event) => toggle(key, event.currentTarget.checked)}
            />
            <span className="min-w-0">
              <span className="block font-semibold [overflow-wrap:anywhere]">{title}</span>
              <span className="block text-sm [overflow-wrap:anywhere] text-ink2">{detail}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
