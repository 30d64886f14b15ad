// In: how much of a whole is there. Out: a bar; the words beside it say it in figures.
export function Progress({ label, share }: { label: string; share: number }) {
  const percent = Math.round(Math.max(0, Math.min(1, share)) * 100)
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
      className="h-2 overflow-hidden rounded-[3px] bg-s3 forced-colors:border"
    >
      <div className="h-full bg-ink forced-colors:bg-[CanvasText]" style={{ width: `${percent}%` }} />
    </div>
  )
}
