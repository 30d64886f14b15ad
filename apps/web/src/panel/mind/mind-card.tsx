// In: one mind. Out: what it is and what it is not, and the button that puts it in use.
import { type ReactNode, useId } from 'react'
import { Card, CardHead } from '../../ui/card'
import { InUse } from '../in-use'

export interface MindCardProps {
  readonly title: string
  readonly remark?: string
  readonly inUse: boolean
  readonly onUse: () => void
  readonly children: ReactNode
}

export function MindCard({ title, remark, inUse, onUse, children }: MindCardProps) {
  const id = useId()
  return (
    <Card aria-labelledby={id}>
      <CardHead id={id} title={title} remark={remark}>
        <InUse inUse={inUse} what={title} onUse={onUse} />
      </CardHead>
      <div className="max-w-[70ch] px-3.5 pb-3.5 text-ink2">{children}</div>
    </Card>
  )
}
