// In: a channel and the parameter it moves. Out: a row to choose another, a slider that tries it on her, and behind it ranges and direction.
import type { ChannelLink, ParameterValues } from '@psiona/shared'
import { FACE_CHANNELS, FACE_INDEX } from '@psiona/shared/face-frame'
import { useId, useState } from 'react'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { inverted, type ModelParameter, moved, parameterAt, wholeLink } from './channel-link'
import { LinkRanges } from './link-ranges'
import { LiveSlider } from './live-slider'
import { asSuggested, type MappingRow } from './mapping-rows'
import { RowSelect } from './row-select'
import { parameterName } from './sheet-parts'
import { figureText } from './typed-figure'

export interface LinkRowProps {
  readonly row: MappingRow
  readonly parameters: readonly ModelParameter[]
  /** Null: it moves nothing. */
  readonly onChange: (link: ChannelLink | null) => void
  /** Another parameter under the same channel. */
  readonly onAdd: (link: ChannelLink) => void
  /** What the parameter is while the slider is dragged; {} when it is let go. */
  readonly onTest: (values: ParameterValues) => void
}

export function LinkRow({ row, parameters, onChange, onAdd, onTest }: LinkRowProps) {
  const id = useId()
  const [open, setOpen] = useState(false)
  const { channel, label, link, suggestion } = row
  const { min, max, rest } = FACE_CHANNELS[FACE_INDEX[channel]]!
  const [tested, setTested] = useState(rest)
  const rangeOf = (parameter: string) => parameters.find((one) => one.id === parameter)
  const choose = (parameter: string | null) => {
    if (parameter === null) return onChange(null)
    onChange(link ? moved(link, parameter, rangeOf(parameter)) : wholeLink(channel, parameter, rangeOf(parameter)))
  }
  const test = (value: number) => {
    setTested(value)
    if (link) onTest({ [link.parameter]: parameterAt(link, value) })
  }
  const letGo = () => {
    setTested(rest)
    onTest({})
  }
  return (
    <li className="grid gap-2 border-t border-line px-3.5 py-2">
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1 min-[36rem]:grid-cols-[8.5rem_minmax(0,1.4fr)_minmax(0,1fr)_auto]">
        <span className={link ? 'font-semibold' : 'text-ink2'}>{label}</span>
        <RowSelect
          label={`${label} moves`}
          value={link?.parameter ?? ''}
          none="nothing"
          choices={parameters.map((parameter) => ({ value: parameter.id, label: parameterName(parameter) }))}
          onChoose={choose}
          className="col-span-2 min-[36rem]:col-span-1"
        />
        <LiveSlider
          label={`Try ${label}`}
          value={tested}
          min={min}
          max={max}
          step={(max - min) / 100}
          text={link ? `${figureText(tested)}, ${link.parameter} ${figureText(parameterAt(link, tested))}` : figureText(tested)}
          disabled={!link}
          onMove={test}
          onRest={letGo}
        />
        <Button
          size="small"
          weight="quiet"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
          className="col-start-2 row-start-1 min-[36rem]:col-start-4"
        >
          <Icon name="down" className={open ? 'size-4' : 'size-4 -rotate-90'} />
          Range<span className="sr-only"> of {label}</span>
        </Button>
      </div>
      {row.lost && <p className="text-sm text-ink2">The model has no {link?.parameter}. Choose another, or nothing.</p>}
      {suggestion && !asSuggested(row) && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink2">
          <span className="min-w-0 [overflow-wrap:anywhere]">
            Suggested: {suggestion.parameter}, {figureText(suggestion.to[0])} to {figureText(suggestion.to[1])}
          </span>
          <Button size="small" onClick={() => onChange(suggestion)}>
            Use suggestion<span className="sr-only"> for {label}</span>
          </Button>
        </div>
      )}
      {open && (
        <div id={id} className="grid gap-2.5 rounded-control bg-s2 p-3">
          {link ? (
            <>
              <LinkRanges label={label} link={link} onChange={onChange} />
              <div className="flex flex-wrap gap-2">
                <Button size="small" onClick={() => onChange(inverted(link))}>
                  Turn round
                </Button>
                <Button
                  size="small"
                  disabled={parameters.length === 0}
                  onClick={() => onAdd(wholeLink(channel, parameters[0]!.id, parameters[0]))}
                >
                  Move one more
                </Button>
              </div>
            </>
          ) : (
            <p className="text-sm text-ink2">Choose a parameter first; its range stands here then.</p>
          )}
        </div>
      )}
    </li>
  )
}
