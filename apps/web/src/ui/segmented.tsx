// In: a few choices of which one holds. Out: a radio group that looks like one switch with several places.
import * as RadioGroup from 'radix-ui/radio-group'
import type { ReactNode } from 'react'
import { classNames } from '../lib/class-names'

export interface SegmentedProps<C extends string> {
  readonly label: string
  readonly value: C
  readonly choices: readonly { readonly value: C; readonly label: ReactNode }[]
  readonly onChoose: (value: C) => void
  readonly disabled?: boolean
  readonly className?: string
}

export function Segmented<C extends string>({ label, value, choices, onChoose, disabled = false, className }: SegmentedProps<C>) {
  return (
    <RadioGroup.Root
      aria-label={label}
      value={value}
      disabled={disabled}
      onValueChange={(next) => {
        const choice = choices.find((candidate) => candidate.value === next)
        if (choice) onChoose(choice.value)
      }}
      className={classNames('flex gap-0.5 rounded-[0.625rem] bg-well p-0.75 forced-colors:border', className)}
    >
      {choices.map((choice) => (
        <RadioGroup.Item
          key={choice.value}
          value={choice.value}
          className="flex min-h-9 flex-1 items-center justify-center gap-1.5 rounded-[0.4375rem] px-2.5 text-sm whitespace-nowrap text-ink2 hover:text-ink data-[state=checked]:bg-ink data-[state=checked]:font-[650] data-[state=checked]:text-bg disabled:text-ink3 disabled:data-[state=checked]:bg-s3 disabled:data-[state=checked]:text-ink3 slim:min-h-11 forced-colors:data-[state=checked]:border-2"
        >
          {choice.label}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  )
}
