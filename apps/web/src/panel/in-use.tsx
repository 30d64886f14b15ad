// In: whether a choice holds. Out: the word that it does, or the button that makes it so; both of one size, so that nothing jumps.
import { Button } from '../ui/button'
import { Icon } from '../ui/icon'

export interface InUseProps {
  readonly inUse: boolean
  readonly what: string
  readonly onUse: () => void
  readonly disabled?: boolean
  /** One of many in a list, where none is the one to press. */
  readonly quiet?: boolean
}

export function InUse({ inUse, what, onUse, disabled = false, quiet = false }: InUseProps) {
  if (inUse)
    return (
      <span className="flex min-h-9 min-w-24 items-center justify-center gap-1.5 text-sm font-[650] slim:min-h-11">
        <Icon name="tick" className="size-4 stroke-2 text-ok" />
        In use
      </span>
    )
  return (
    <Button
      weight={quiet ? 'plain' : 'primary'}
      size="small"
      className="min-w-24"
      onClick={onUse}
      disabled={disabled}
      aria-label={`Use ${what}`}
    >
      Use it
    </Button>
  )
}
