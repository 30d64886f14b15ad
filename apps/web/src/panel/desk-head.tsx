// In: the title of a card of settings that change at once. Out: it with the way back from the last change.
import type { ReactNode } from 'react'
import { Button } from '../ui/button'
import { CardHead } from '../ui/card'
import { Icon } from '../ui/icon'

export interface DeskHeadProps {
  readonly id: string
  readonly title: string
  readonly remark?: string
  readonly desk: { readonly undo: (() => Promise<void>) | null }
  readonly children?: ReactNode
}

export function DeskHead({ id, title, remark = 'changes at once', desk, children }: DeskHeadProps) {
  return (
    <CardHead id={id} title={title} remark={remark}>
      {children}
      {desk.undo && (
        <Button size="small" onClick={() => void desk.undo?.()}>
          <Icon name="undo" className="size-4" />
          Undo
        </Button>
      )}
    </CardHead>
  )
}
