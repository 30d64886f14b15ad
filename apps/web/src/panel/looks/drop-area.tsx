// In: something dragged over it. Out: it, once dropped; and the same by buttons. The whole area shows that it would be taken.
import { type DragEvent, type ReactNode, useState } from 'react'
import { classNames } from '../../lib/class-names'

export interface DropAreaProps {
  readonly label: string
  readonly disabled?: boolean
  readonly onDrop: (data: DataTransfer) => void
  readonly className?: string
  readonly children: ReactNode
}

export function DropArea({ label, disabled = false, onDrop, className, children }: DropAreaProps) {
  const [over, setOver] = useState(false)
  const carriesFiles = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes('Files')
  return (
    <fieldset
      aria-label={label}
      onDragOver={(event) => {
        if (!carriesFiles(event)) return
        // Without this the browser would open the file in place of the panel.
        event.preventDefault()
        event.dataTransfer.dropEffect = disabled ? 'none' : 'copy'
        setOver(!disabled)
      }}
      onDragLeave={(event) => {
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) setOver(false)
      }}
      onDrop={(event) => {
        if (!carriesFiles(event)) return
        event.preventDefault()
        setOver(false)
        if (!disabled) onDrop(event.dataTransfer)
      }}
      className={classNames(
        'min-w-0 rounded-control border-2 border-dashed p-3.5',
        over ? 'border-ink bg-s2' : 'border-line',
        className,
      )}
    >
      {children}
    </fieldset>
  )
}
