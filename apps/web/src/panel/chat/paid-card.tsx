// In: how lines are treated that somebody paid for. Out: that, otherwise.
import { Card } from '../../ui/card'
import { Switch } from '../../ui/switch'
import { Trouble } from '../../ui/trouble'
import { DeskHead } from '../desk-head'
import { FigureField } from '../looks/figure-field'
import { useSection } from '../use-section'

const MOST_BITS = 1_000_000

export function PaidCard() {
  const desk = useSection('chat')
  const { paidFirst, leastBits, readPaid } = desk.value
  return (
    <Card aria-labelledby="paid">
      <DeskHead id="paid" title="Bits and points" desk={desk} />
      <div className="grid gap-4 px-3.5 pb-4">
        <Switch
          label="First, in a queue of their own"
          hint="They are thanked for and answered before the rest, and none is lost in a busy chat."
          checked={paidFirst}
          onChange={(next) => void desk.change({ paidFirst: next })}
        />
        <div className="flex flex-wrap items-center gap-2">
          <span className="font-semibold">From</span>
          <FigureField
            label="Least bits"
            value={leastBits}
            min={1}
            max={MOST_BITS}
            unit="bits"
            onType={(next) => void desk.change({ leastBits: Math.round(next) })}
          />
          <span className="text-sm text-ink2">Redeemed points always count.</span>
        </div>
        <Switch
          label="Read the line aloud before answering"
          hint="Cleaned of what may not be said, and at most 15 s."
          checked={readPaid}
          onChange={(next) => void desk.change({ readPaid: next })}
        />
        <Trouble>{desk.trouble}</Trouble>
      </div>
    </Card>
  )
}
