// In: a link. Out: its two ranges as figures to type: what of the channel, onto what of the parameter.
import type { ChannelLink } from '@psiona/shared'
import { FigureField } from './figure-field'

export interface LinkRangesProps {
  readonly label: string
  readonly link: ChannelLink
  readonly onChange: (link: ChannelLink) => void
}

export function LinkRanges({ label, link, onChange }: LinkRangesProps) {
  const side = (name: 'from' | 'to', words: string, title: string) => (
    <div className="grid grid-cols-[minmax(2.5rem,7rem)_auto_auto_auto] items-center justify-start gap-x-2">
      <span className="truncate text-sm text-ink2">{title}</span>
      <FigureField
        label={`${label}, ${words} begins`}
        value={link[name][0]}
        onType={(value) => onChange({ ...link, [name]: [value, link[name][1]] })}
      />
      <span className="text-sm text-ink3">to</span>
      <FigureField
        label={`${label}, ${words} ends`}
        value={link[name][1]}
        onType={(value) => onChange({ ...link, [name]: [link[name][0], value] })}
      />
    </div>
  )
  return (
    <div className="grid gap-1.5">
      {side('from', 'her face', 'Her face')}
      {side('to', 'the parameter', link.parameter)}
    </div>
  )
}
