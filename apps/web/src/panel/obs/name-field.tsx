// In: names that OBS has, and the one that is meant. Out: another one: chosen, or typed while OBS tells none.
import { Field } from '../../ui/field'
import { SelectField } from '../voice/select-field'

export interface NameFieldProps {
  readonly label: string
  readonly value: string
  readonly names: readonly string[]
  readonly onName: (name: string) => void
}

export function NameField({ label, value, names, onName }: NameFieldProps) {
  if (names.length === 0)
    return (
      <Field
        label={label}
        value={value}
        maxLength={200}
        placeholder="as OBS names it"
        onChange={(event) => onName(event.target.value)}
      />
    )
  return (
    <SelectField label={label} value={value} onChange={({ target }) => onName(target.value)}>
      {value === '' && <option value="">Choose one</option>}
      {value !== '' && !names.includes(value) && <option value={value}>{value} (not in OBS now)</option>}
      {names.map((name) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </SelectField>
  )
}
