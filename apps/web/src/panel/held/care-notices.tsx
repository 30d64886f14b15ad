// In: who in chat may need somebody. Out: a quiet word about each, until it is put away.
import type { CareNotice } from '@psiona/shared'
import { callApi } from '../../lib/api-call'
import { timeOfDay } from '../../lib/figure-text'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { Trouble } from '../../ui/trouble'
import { dispatch, usePanel } from '../panel-store'
import { useOrder } from '../use-order'

export function CareNotices() {
  const care = usePanel((state) => state.safety.care)
  if (care.length === 0) return null
  return (
    <section aria-label="Who may need somebody">
      <ul className="grid max-h-48 content-start gap-2 overflow-y-auto">
        {care.map((notice) => (
          <Notice key={notice.messageId} notice={notice} />
        ))}
      </ul>
    </section>
  )
}

function Notice({ notice: { messageId, from, at } }: { notice: CareNotice }) {
  const { busy, trouble, run } = useOrder()
  const dismiss = async () => {
    const data = await run(() => callApi('dismissCare', { params: { id: messageId } }))
    if (data) dispatch({ type: 'safety', data })
  }
  return (
    <li className="grid gap-2 rounded-stage bg-s2 py-2 pr-2 pl-3 forced-colors:border">
      <div className="flex items-center gap-2.5">
        <Icon name="heart" className="text-ink2" />
        <p role="status" className="min-w-0 flex-1 [overflow-wrap:anywhere] text-ink2">
          <b className="font-[650] text-ink">{from.name}</b> may need somebody. Not read aloud.{' '}
          <time dateTime={new Date(at).toISOString()} className="text-sm text-ink3">
            {timeOfDay(at)}
          </time>
        </p>
        <Button size="small" weight="outline" disabled={busy} onClick={() => void dismiss()}>
          Dismiss<span className="sr-only"> the notice about {from.name}</span>
        </Button>
      </div>
      <Trouble>{trouble}</Trouble>
    </li>
  )
}
