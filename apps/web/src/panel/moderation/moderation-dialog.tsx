// In: a chat line. Out: taken back, or its writer silenced, on the platform and here; a ban asks once more, since undoing it is no button here.
import type { ChatLine } from '@psiona/shared'
import { useState } from 'react'
import { callApi } from '../../lib/api-call'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Icon } from '../../ui/icon'
import { Trouble } from '../../ui/trouble'
import { useOrder } from '../use-order'
import { BAN, type Measure, orderOf, TAKE_BACK, TIME_OUT } from './measures'

export function ModerationDialog({ line, onClose }: { line: ChatLine; onClose: () => void }) {
  const { busy, trouble, run } = useOrder()
  const [asking, setAsking] = useState(false)
  const { from, text } = line
  const act = async (measure: Measure) => {
    if (await run(() => callApi('moderate', { body: orderOf(measure, line) }))) onClose()
  }
  return (
    <Dialog title={asking ? `Ban ${from.name}` : from.name} onClose={onClose}>
      <div className="grid gap-3 overflow-y-auto px-4 pt-1 pb-4">
        {asking ? (
          <p className="max-w-[60ch] text-ink2">
            {from.name} can never write in your chat again, until you lift the ban on the platform itself. What was written so far
            goes.
          </p>
        ) : (
          <blockquote className="max-h-32 overflow-y-auto rounded-control bg-s2 px-3 py-2 [overflow-wrap:anywhere]">
            {text}
          </blockquote>
        )}
        <Trouble>{trouble}</Trouble>
        {asking ? (
          <div className="flex flex-wrap gap-2">
            <Button weight="primary" className="flex-1" disabled={busy} onClick={() => void act(BAN)}>
              Ban {from.name}
            </Button>
            <Button weight="outline" className="flex-1" onClick={() => setAsking(false)}>
              Back
            </Button>
          </div>
        ) : (
          <div className="grid gap-2">
            <Button className="justify-start" disabled={busy} onClick={() => void act(TAKE_BACK)}>
              <Icon name="bin" />
              Take this line back
            </Button>
            <Button className="justify-start" disabled={busy} onClick={() => void act(TIME_OUT)}>
              <Icon name="clock" />
              Time out for 10 min
            </Button>
            <Button className="justify-start" disabled={busy} onClick={() => setAsking(true)}>
              <Icon name="hand" />
              Ban
            </Button>
          </div>
        )}
      </div>
    </Dialog>
  )
}
