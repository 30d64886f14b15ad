// In: the desk. Out: the two takes, the one that shows as a picture with its words and her face, its figures and files.
import type { FoundVoice } from '@psiona/shared'
import { useState } from 'react'
import { useObserved } from '../../lib/observable'
import { Button } from '../../ui/button'
import { Card, CardHead } from '../../ui/card'
import { Icon } from '../../ui/icon'
import { More } from '../../ui/more'
import { Segmented } from '../../ui/segmented'
import { ExportRow } from './export-row'
import { SoundFigures } from './sound-figures'
import { SoundStrip } from './sound-strip'
import type { Closeness } from './sound-view'
import { StudioFrame } from './studio-frame'
import { staleness, takeRequest } from './take'
import { TakeTiles } from './take-tiles'
import { TimesTable } from './times-table'
import type { TakeDesk } from './use-take-desk'

const CLOSENESS = [
  { value: 'whole', label: 'Whole' },
  { value: 'close', label: 'Close' },
] as const satisfies readonly { value: Closeness; label: string }[]

export interface SoundCardProps {
  readonly desk: TakeDesk
  readonly engines: readonly FoundVoice[]
  readonly name: string
}

export function SoundCard({ desk, engines, name }: SoundCardProps) {
  const [closeness, setCloseness] = useState<Closeness>('whole')
  const { player, shown, made } = desk
  const playing = useObserved(player.playing, null) !== null
  const take = made[shown]
  return (
    <Card aria-labelledby="sound-title">
      <CardHead id="sound-title" title="Sound" remark="0 to 8 kHz">
        <Segmented label="How close" value={closeness} choices={CLOSENESS} onChoose={setCloseness} />
        <Button className="min-w-24" disabled={!take} onClick={() => (playing ? player.stop() : player.play(shown))}>
          <Icon name={playing ? 'square' : 'play'} className="fill-current" />
          {playing ? 'Stop' : 'Play'}
        </Button>
      </CardHead>
      <div className="grid gap-3 px-3.5 pb-3.5">
        <TakeTiles desk={desk} engines={engines} name={name} />
        {take ? (
          <SoundStrip player={player} name={shown} take={take} closeness={closeness} />
        ) : (
          <div className="grid h-58 slim:h-[15.8125rem] place-content-center gap-1 rounded-control bg-s2 px-6 text-center">
            <p className="text-md font-[650]">No sound of take {shown.toUpperCase()} yet</p>
            <p className="text-ink2">Speak, and it shows here with its words.</p>
          </div>
        )}
        <div className="grid grid-cols-[9.5rem_minmax(0,1fr)] gap-x-4 gap-y-3 rail:grid-rows-[auto_minmax(0,1fr)_auto]">
          <div className="rail:row-span-3">
            <StudioFrame player={player} made={made} shown={shown} name={name} />
          </div>
          <SoundFigures rendered={take?.rendered ?? null} />
          <div className="grid content-center gap-1 slim:col-span-2">
            <Changed desk={desk} />
            {take?.rendered.notes.map((note) => (
              <p key={note} className="text-sm text-ink2">
                {note}
              </p>
            ))}
          </div>
          <div className="min-h-13 slim:col-span-2 slim:min-h-29">{take && <ExportRow take={take} />}</div>
        </div>
      </div>
      <More title="Words and phones as a table">
        {take ? <TimesTable rendered={take.rendered} /> : <p className="text-ink2">Speak first.</p>}
      </More>
    </Card>
  )
}

/** One line, whether it is needed or not: nothing under it moves. */
function Changed({ desk }: { desk: TakeDesk }) {
  const { shown, made, said, setup, making, language, known } = desk
  const take = made[shown]
  const stale = take && staleness(take, takeRequest(setup, said, language, known))
  return (
    <div className="flex min-h-9 items-center gap-3 text-sm text-ink2 slim:min-h-11">
      {stale && (
        <>
          <span className="min-w-0 flex-1">
            {stale === 'text' ? 'The text has changed since.' : 'Voice, dials or feeling have changed since.'}
          </span>
          <Button size="small" disabled={making[shown]} onClick={() => void desk.speak()}>
            {making[shown] ? 'Making it' : `Speak ${shown.toUpperCase()} again`}
          </Button>
        </>
      )}
    </div>
  )
}
