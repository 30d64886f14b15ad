// In: something that is on or off. Out: a switch with its word and what it means.
import * as Radix from 'radix-ui/switch'
import { type ReactNode, useId } from 'react'

export interface SwitchProps {
  readonly label: string
  readonly hint?: ReactNode
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly disabled?: boolean
}

export function Switch({ label, hint, checked, onChange, disabled = false }: SwitchProps) {
  const id = useId()
  return (
    <div className="flex items-center gap-4">
      <div className="min-w-0 flex-1">
        <label htmlFor={id} className="font-semibold">
          {label}
        </label>
        {hint !== undefined && (
          <p id={`${id}-hint`} className="text-sm text-ink2">
            {hint}
          </p>
        )}
      </div>
      <span className="w-6 text-right text-sm text-ink2" aria-hidden="true">
        {checked ? 'On' : 'Off'}
      </span>
      <Radix.Root
        id={id}
        checked={checked}
        onCheckedChange={onChange}
        disabled={disabled}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        className="relative grid h-9 w-13 flex-none items-center rounded-full border-2 border-edge bg-s2 px-1 data-[state=checked]:border-ink data-[state=checked]:bg-ink slim:h-11 slim:w-16"
      >
        <Radix.Thumb className="block size-5 rounded-full bg-edge data-[state=checked]:translate-x-5 data-[state=checked]:bg-bg slim:data-[state=checked]:translate-x-8" />
      </Radix.Root>
    </div>
  )
}
