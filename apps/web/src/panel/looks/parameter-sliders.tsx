// In: all parameters of a model and those that are set by hand. Out: a slider for each; what is set shows on her at once and stays until it is let go.
import type { ParameterValues } from '@psiona/shared'
import { useState } from 'react'
import { Button } from '../../ui/button'
import { Field } from '../../ui/field'
import { Icon } from '../../ui/icon'
import type { ModelParameter } from './channel-link'
import { LiveSlider } from './live-slider'
import { figureText } from './typed-figure'

export interface ParameterSlidersProps {
  readonly parameters: readonly ModelParameter[]
  /** Her face moves these. */
  readonly linked: ReadonlySet<string>
  readonly values: ParameterValues
  readonly onSet: (values: ParameterValues) => void
}

export function ParameterSliders({ parameters, linked, values, onSet }: ParameterSlidersProps) {
  const [sought, setSought] = useState('')
  const words = sought.trim().toLowerCase()
  const free = parameters.filter(({ id }) => !linked.has(id))
  const found = (words === '' ? free : parameters).filter(({ id, name }) => `${id} ${name}`.toLowerCase().includes(words))
  const letGo = (id: string) => onSet(Object.fromEntries(Object.entries(values).filter(([other]) => other !== id)))
  if (parameters.length === 0) return null
  return (
    <section aria-label="Sliders of the model" className="grid gap-2 border-t border-line p-3.5">
      <Field
        label="Sliders of the model"
        placeholder="Find a parameter"
        value={sought}
        onChange={(event) => setSought(event.target.value)}
        hint={`${free.length} of ${parameters.length} are not moved by her face. Searching finds all.`}
      />
      <ul aria-label="Parameters" className="max-h-96 overflow-y-auto pr-2">
        {found.map(({ id, name, min, max, default: rest }) => {
          const value = values[id]
          return (
            <li key={id} className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_3.5rem_2.25rem] items-center gap-x-3">
              <span className={`truncate ${value === undefined ? 'text-ink2' : 'font-semibold'}`} title={id}>
                {name || id}
              </span>
              <LiveSlider
                label={name || id}
                value={value ?? rest}
                min={min}
                max={max}
                step={(max - min) / 100 || 1}
                text={figureText(value ?? rest)}
                onMove={(next) => onSet({ ...values, [id]: next })}
              />
              <span className={`text-right text-sm ${value === undefined ? 'text-ink3' : 'font-[650]'}`}>
                {figureText(Math.round((value ?? rest) * 100) / 100)}
              </span>
              <Button
                size="small"
                weight="quiet"
                aria-label={`Let go of ${name || id}`}
                disabled={value === undefined}
                onClick={() => letGo(id)}
                className="px-0"
              >
                <Icon name="undo" className={value === undefined ? 'size-4 opacity-0' : 'size-4'} />
              </Button>
            </li>
          )
        })}
        {found.length === 0 && <li className="py-2 text-ink2">No parameter has this in its name.</li>}
      </ul>
    </section>
  )
}
