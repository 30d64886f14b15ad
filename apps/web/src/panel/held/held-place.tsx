// In: that lines wait for the owner, and none does now. Out: the place of the next one, with what becomes of it, as high as a line of three rows.
import { usePanel } from '../panel-store'

export function HeldPlace() {
  const empty = usePanel((state) => state.safety.held.length === 0)
  const { holdSeconds, holdEnds } = usePanel((state) => state.settings.safety)
  if (!empty) return null
  return (
    <p className="grid min-h-44 content-center rounded-stage border border-dashed border-line px-3 text-sm text-ink2">
      <span>
        <b className="font-[650] text-ink">No line waits.</b> Each stands here for {holdSeconds} s; without a word from you it is{' '}
        {holdEnds}.
      </span>
    </p>
  )
}
