// In: one outfit or accessory. Out: a row to try it, give it another name, take the sliders into it, or take it out.
import { type ReactNode, useState } from 'react'
import { Button } from '../../ui/button'
import { fieldLook } from '../../ui/field'

export interface ClothesRowProps {
  readonly title: string
  readonly detail: string
  /** Sliders are set that could be taken. */
  readonly canTake: boolean
  readonly onTry: () => void
  readonly onTake: () => void
  readonly onRename: (title: string) => void
  readonly onRemove: () => void
  readonly children?: ReactNode
}

export function ClothesRow({ title, detail, canTake, onTry, onTake, onRename, onRemove, children }: ClothesRowProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const of = <span className="sr-only"> {title}</span>
  const keep = () => {
    const next = typed?.trim() ?? ''
    setTyped(null)
    // A thing without a name cannot be asked for.
    if (next !== '' && next !== title) onRename(next)
  }
  return (
    <li className="grid gap-2 border-t border-line px-3.5 py-2.5">
      <div className="flex flex-wrap items-center gap-2">
        <div className="min-w-0 flex-1 basis-44">
          <input
            aria-label={`Name of ${title}`}
            maxLength={60}
            value={typed ?? title}
            onChange={(event) => setTyped(event.target.value)}
            onBlur={keep}
            onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
            className={`${fieldLook} font-semibold`}
          />
          <p className="pt-0.5 pl-3 text-sm text-ink3">{detail}</p>
        </div>
        <Button size="small" onClick={onTry}>
          Try{of}
        </Button>
        <Button size="small" disabled={!canTake} onClick={onTake}>
          Take sliders{of}
        </Button>
        <Button size="small" weight="outline" onClick={onRemove}>
          Remove{of}
        </Button>
      </div>
      {children}
    </li>
  )
}
