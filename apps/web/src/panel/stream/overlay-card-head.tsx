// In: the title of a card of overlay settings. Out: it with the way back from the last change.
import { Button } from '../../ui/button'
import { CardHead } from '../../ui/card'
import { Icon } from '../../ui/icon'
import type { OverlayDesk } from './use-overlay-settings'

export function OverlayCardHead({ id, title, remark, desk }: { id: string; title: string; remark: string; desk: OverlayDesk }) {
  return (
    <CardHead id={id} title={title} remark={remark}>
      {desk.undo && (
        <Button size="small" onClick={() => void desk.undo?.()}>
          <Icon name="undo" className="size-4" />
          Undo
        </Button>
      )}
    </CardHead>
  )
}
