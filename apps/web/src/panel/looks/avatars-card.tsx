// In: the models that are there. Out: each with its licence, size and findings, to look at, wear or take out; what was taken out can come back.

import { Button } from '../../ui/button'
import { Card, CardHead } from '../../ui/card'
import { Count } from '../../ui/count'
import { Icon } from '../../ui/icon'
import { Trouble } from '../../ui/trouble'
import { saidHere } from '../said-here'
import { AvatarRow } from './avatar-row'
import type { AvatarOrders } from './use-avatar-orders'
import type { Avatars } from './use-avatars'

export interface AvatarsCardProps {
  readonly avatars: Avatars
  readonly orders: AvatarOrders
  readonly openId: string | null
  readonly unsaved: ReadonlySet<string>
  readonly onOpen: (id: string | null) => void
}

export function AvatarsCard({ avatars, orders, openId, unsaved, onOpen }: AvatarsCardProps) {
  const { there, trouble } = avatars
  return (
    <Card aria-labelledby="models-title" id="models" className="scroll-mt-3">
      <CardHead id="models-title" title="Models">
        {there && <Count>{there.models.length}</Count>}
      </CardHead>
      <Trouble className="px-3.5 pb-3">{saidHere(trouble ?? orders.trouble ?? '')}</Trouble>
      <div
        role="status"
        className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1 px-3.5 pb-2 text-sm text-ink2 slim:min-h-11"
      >
        <span className="min-w-0 flex-1 basis-48">
          {orders.note ?? 'Look at one to see findings, mapping and clothes. She changes when you wear it.'}
        </span>
        {orders.undo && (
          <Button size="small" disabled={orders.busy} onClick={() => void orders.undo?.()}>
            <Icon name="undo" className="size-4" />
            Undo
          </Button>
        )}
      </div>
      <ul aria-label="Models">
        {there?.models.map((model) => (
          <AvatarRow
            key={model.id}
            model={model}
            open={model.id === openId}
            unsaved={unsaved.has(model.id)}
            orders={orders}
            onOpen={onOpen}
          />
        ))}
        {there?.removed.map((removed) => (
          <li key={removed.id} className="flex flex-wrap items-center gap-3 border-t border-line px-3.5 py-2.5">
            <p className="min-w-0 flex-1 basis-40 text-ink2 [overflow-wrap:anywhere]">
              <span className="line-through">{removed.title}</span> is taken out, and gone for good when Psiona ends.
            </p>
            <Button size="small" disabled={orders.busy} onClick={() => void orders.restore(removed)}>
              <Icon name="undo" className="size-4" />
              Put back<span className="sr-only"> {removed.title}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
