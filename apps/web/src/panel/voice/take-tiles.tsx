// In: two takes. Out: which of them shows and is heard; and how one becomes the other.
import type { FoundVoice } from '@psiona/shared'
import * as RadioGroup from 'radix-ui/radio-group'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { Kbd } from '../../ui/kbd'
import { feelingText } from './feeling-words'
import { DIALLED, OWN, otherTake, TAKE_NAMES, type TakeSetup } from './take'
import type { TakeDesk } from './use-take-desk'
import { voiceTitle } from './voice-choice'

export interface TakeTilesProps {
  readonly desk: TakeDesk
  readonly engines: readonly FoundVoice[]
  readonly name: string
}

export function TakeTiles({ desk, engines, name }: TakeTilesProps) {
  const { shown, setups, show, copyTo } = desk
  const other = otherTake(shown)
  const voiceOf = ({ engine, voice }: TakeSetup) => {
    if (engine.kind !== 'psi') return voiceTitle(engine, engines)
    if (voice === OWN) return `${name}’s own`
    return voice === DIALLED ? 'As dialled' : (desk.known.named.find(({ id }) => id === voice)?.title ?? voice)
  }
  return (
    <div className="grid gap-1.5">
      <RadioGroup.Root
        aria-label="Take"
        value={shown}
        onValueChange={(value) => show(value === 'b' ? 'b' : 'a')}
        className="grid grid-cols-2 gap-2"
      >
        {TAKE_NAMES.map((take) => (
          <RadioGroup.Item
            key={take}
            value={take}
            className="flex min-h-14 min-w-0 items-center gap-3 rounded-control bg-s2 px-3 py-2 text-left text-ink2 hover:text-ink data-[state=checked]:bg-ink data-[state=checked]:text-bg forced-colors:border forced-colors:data-[state=checked]:border-4"
          >
            <span className="text-xl font-bold">{take.toUpperCase()}</span>
            <span className="min-w-0 flex-1 text-sm">
              <span className="block truncate font-[650]">{voiceOf(setups[take])}</span>
              <span className="block truncate">{feelingText(setups[take].emotion)}</span>
            </span>
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
      <div className="flex items-center gap-2 text-sm text-ink3">
        <span className="flex items-center gap-1.5 slim:hidden">
          <Kbd>X</Kbd> changes between them, also while one plays
        </span>
        <Button weight="quiet" size="small" className="ml-auto px-0" onClick={() => copyTo(other)}>
          <Icon name="copy" className="size-4" />
          Copy {shown.toUpperCase()} to {other.toUpperCase()}
        </Button>
      </div>
    </div>
  )
}
