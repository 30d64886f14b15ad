// In: how a model is here. Out: the orders that make sense now. What was removed can only be fetched again, so that is asked for.
import type { ModelInfo } from '@psiona/shared'
import { useState } from 'react'
import { sizeText } from '../../lib/size-text'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import type { ModelOrders } from './use-model-orders'

export interface ModelButtonsProps {
  readonly model: ModelInfo
  readonly orders: ModelOrders
  readonly suggested: boolean
}

export function ModelButtons({ model, orders, suggested }: ModelButtonsProps) {
  const [asking, setAsking] = useState(false)
  const { state } = model
  const { busy, give } = orders
  const of = <span className="sr-only"> {model.title}</span>
  if (asking)
    return (
      <div className="grid gap-2.5 rounded-control border-2 border-edge p-3">
        <p>
          <b className="font-[650]">
            {model.bytes > 0 ? `${sizeText(model.bytes)} leave the disk.` : 'Its files leave the disk.'}
          </b>{' '}
          To have it again it is fetched again.
        </p>
        <div className="flex flex-wrap gap-2">
          <Button
            weight="primary"
            size="small"
            onClick={() => {
              setAsking(false)
              void give('deleteModel')
            }}
          >
            Remove it
          </Button>
          <Button weight="outline" size="small" autoFocus onClick={() => setAsking(false)}>
            Keep it
          </Button>
        </div>
      </div>
    )
  return (
    <div className="flex flex-wrap gap-2">
      {(state === 'absent' || state === 'damaged') && (
        <Button
          weight={suggested || state === 'damaged' ? 'primary' : 'plain'}
          size="small"
          disabled={busy !== null}
          onClick={() => void give('pullModel')}
        >
          <Icon name="fetch" />
          {state === 'damaged' ? 'Fetch again' : 'Fetch'}
          {of}
        </Button>
      )}
      {state === 'partial' && (
        <Button weight="primary" size="small" disabled={busy !== null} onClick={() => void give('pullModel')}>
          <Icon name="fetch" />
          Go on{of}
        </Button>
      )}
      {state === 'pulling' && (
        <Button size="small" disabled={busy !== null} onClick={() => void give('pauseModel')}>
          <Icon name="pause" />
          Pause{of}
        </Button>
      )}
      {state === 'installed' && (
        <Button size="small" disabled={busy !== null} onClick={() => void give('verifyModel')}>
          {busy === 'verifyModel' ? 'Checking' : 'Check'}
          {of}
        </Button>
      )}
      {(state === 'installed' || state === 'partial' || state === 'damaged') && (
        <Button size="small" weight="outline" disabled={busy !== null} onClick={() => setAsking(true)}>
          Remove{of}
        </Button>
      )}
    </div>
  )
}
