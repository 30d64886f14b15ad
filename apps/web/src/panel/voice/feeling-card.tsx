// In: the feeling of a take. Out: a slider for each, and the plain ones by one press.
import { EMOTIONS, type Emotion } from '@psiona/shared'
import * as Radix from 'radix-ui/slider'
import { useId } from 'react'
import { classNames } from '../../lib/class-names'
import { Card, CardHead } from '../../ui/card'
import { FeelingPills } from '../feeling-pills'
import { FEELING_WORDS, feelingSum } from './feeling-words'
import { withFeeling } from './take'
import type { TakeDesk } from './use-take-desk'

/** A feeling picked by one press: plain to hear, not at its end. */
const PICKED = 0.8

export function FeelingCard({ desk: { setup, change, shown } }: { desk: TakeDesk }) {
  const { emotion } = setup
  const sum = feelingSum(emotion)
  const alone = sum === 0 ? null : EMOTIONS.find((name) => sum === emotion[name])
  const set = (next: Emotion) => change((before) => ({ ...before, emotion: next }))
  return (
    <Card aria-labelledby="feeling-title">
      <CardHead
        id="feeling-title"
        title="Feeling"
        remark={sum > 1.005 ? `${Math.round(sum * 100)} % in all, scaled to 100` : `of take ${shown.toUpperCase()}`}
      />
      <div className="grid gap-3 px-3.5 pb-3.5">
        <FeelingPills label="One feeling alone" picked={alone} onPick={(name) => set(name === null ? {} : { [name]: PICKED })} />
        <div className="grid gap-x-6 min-[36rem]:grid-cols-2">
          {EMOTIONS.map((name) => (
            <FeelingSlider
              key={name}
              label={FEELING_WORDS[name]}
              value={emotion[name] ?? 0}
              onChange={(strength) => change((before) => withFeeling(before, name, strength))}
            />
          ))}
        </div>
      </div>
    </Card>
  )
}

interface FeelingSliderProps {
  readonly label: string
  readonly value: number
  readonly onChange: (value: number) => void
}

function FeelingSlider({ label, value, onChange }: FeelingSliderProps) {
  const id = useId()
  const text = `${Math.round(value * 100)} %`
  return (
    <div className="grid grid-cols-[4.75rem_minmax(0,1fr)_3rem] items-center gap-2">
      <span id={id} className={value > 0 ? 'font-[650]' : 'text-ink2'}>
        {label}
      </span>
      <Radix.Root
        value={[Math.round(value * 100)]}
        max={100}
        step={5}
        onValueChange={([next]) => onChange((next ?? 0) / 100)}
        className="relative flex h-9 touch-pan-y items-center select-none slim:h-11"
      >
        <Radix.Track className="relative h-1.5 flex-1 rounded-full bg-s3 forced-colors:border">
          <Radix.Range className="absolute h-full rounded-full bg-ink forced-colors:bg-[CanvasText]" />
        </Radix.Track>
        <Radix.Thumb
          aria-labelledby={id}
          aria-valuetext={text}
          className="block size-4.5 rounded-full border-2 border-s1 bg-ink slim:size-6 forced-colors:border-[CanvasText]"
        />
      </Radix.Root>
      <span className={classNames('text-right text-sm', value > 0 ? 'font-[650]' : 'text-ink3')}>{text}</span>
    </div>
  )
}
