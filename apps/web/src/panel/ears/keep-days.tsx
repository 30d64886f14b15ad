// In: for how many days something is kept. Out: another number of them, from a short list.
import { useId } from 'react'
import { classNames } from '../../lib/class-names'
import { counted } from '../../lib/figure-text'
import { fieldLook } from '../../ui/field'

const DAYS = [1, 7, 30, 90, 365] as const

export function KeepDays({ label, days, onChange }: { label: string; days: number; onChange: (days: number) => void }) {
  const id = useId()
  const choices = [...new Set([...DAYS, days])].sort((a, b) => a - b)
  return (
    <div className="flex items-center gap-2">
      <label htmlFor={id} className="whitespace-nowrap">
        {label}
      </label>
      <select
        id={id}
        value={days}
        onChange={(event) => onChange(Number(event.target.value))}
        className={classNames(fieldLook, 'w-auto')}
      >
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {counted(choice, 'day')}
          </option>
        ))}
      </select>
    </div>
  )
}
