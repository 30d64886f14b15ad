// In: one model. Out: what it is, in words, and what may be done with it.
import type { ModelCard } from '@psiona/shared'
import { classNames } from '../../lib/class-names'
import { sizeText } from '../../lib/size-text'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { Tag } from '../../ui/tag'
import { countsText } from './finding-groups'
import type { AvatarOrders } from './use-avatar-orders'

const DRAWS: Readonly<Record<ModelCard['draws'], string>> = {
  live2d: 'Live2D',
  puppet: 'puppet',
  both: 'Live2D and puppet',
}

export interface AvatarRowProps {
  readonly model: ModelCard
  readonly open: boolean
  readonly unsaved: boolean
  readonly orders: AvatarOrders
  readonly onOpen: (id: string | null) => void
}

export function AvatarRow({ model, open, unsaved, orders, onOpen }: AvatarRowProps) {
  const { id, title, worn, builtIn, licence } = model
  const of = <span className="sr-only"> {title}</span>
  return (
    <li className={classNames('grid gap-2 border-t border-line px-3.5 py-2.5', open && 'bg-s2')}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <div className="min-w-0 flex-1 basis-48">
          <h3 className="flex flex-wrap items-center gap-x-2 font-[650] [overflow-wrap:anywhere]">
            {title}
            {worn && (
              <Tag>
                <Icon name="tick" className="text-ok" />
                worn
              </Tag>
            )}
            {unsaved && <Tag>not saved</Tag>}
            {model.counts.broken > 0 && (
              <Tag look="warn">
                <Icon name="warn" />
                broken
              </Tag>
            )}
          </h3>
          <p className="text-sm [overflow-wrap:anywhere] text-ink2">
            {DRAWS[model.draws]} · {sizeText(model.bytes)} · {countsText(model.counts)}
          </p>
          <p className="text-sm [overflow-wrap:anywhere] text-ink3">
            {licence === '' ? 'Its folder names no licence: ask who made it.' : licence}
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          <Button size="small" aria-pressed={open} onClick={() => onOpen(open ? null : id)}>
            <Icon name={open ? 'close' : 'eye'} className="size-4" />
            {open ? 'Close' : 'Look at it'}
            {of}
          </Button>
          {!worn && (
            <Button size="small" disabled={orders.busy} onClick={() => void orders.wear(model)}>
              <Icon name="hanger" className="size-4" />
              Wear{of}
            </Button>
          )}
          {!builtIn && !worn && (
            <Button size="small" weight="outline" disabled={orders.busy} onClick={() => void orders.remove(model)}>
              <Icon name="bin" className="size-4" />
              Take out{of}
            </Button>
          )}
        </div>
      </div>
    </li>
  )
}
