// In: something she can wear. Out: a row with when and what, and the button that puts it on; a place of the same size says that she has it on.
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'

export interface WearRowProps {
  readonly title: string
  readonly detail?: string
  readonly worn: boolean
  readonly onWear: () => void
}

export function WearRow({ title, detail, worn, onWear }: WearRowProps) {
  const of = <span className="sr-only"> {title}</span>
  return (
    <li className="flex items-center gap-3 border-t border-line px-3.5 py-2.5">
      <div className="min-w-0 flex-1">
        <h4 className="font-[650] [overflow-wrap:anywhere]">{title}</h4>
        {detail !== undefined && <p className="text-sm [overflow-wrap:anywhere] text-ink2">{detail}</p>}
      </div>
      {worn && (
        <span className="flex min-h-9 items-center gap-1.5 text-sm font-[650]">
          <Icon name="tick" className="size-4 stroke-2 text-ok" />
          Worn
        </span>
      )}
      {!worn && (
        <Button size="small" className="min-w-20" onClick={onWear}>
          Wear{of}
        </Button>
      )}
    </li>
  )
}
