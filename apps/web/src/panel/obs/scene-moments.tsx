// In: the scenes of OBS. Out: what each means, by its name or as the owner says.
import { Moment, type ObsSettings, type ObsState } from '@psiona/shared'
import { useId } from 'react'
import { classNames } from '../../lib/class-names'
import { fieldLook } from '../../ui/field'
import { Tag } from '../../ui/tag'
import type { SectionDesk } from '../use-section'
import { MOMENT_WORD } from './moment-words'

export interface SceneMomentProps {
  readonly desk: SectionDesk<ObsSettings>
  readonly scenes: ObsState['scenes']
  readonly scene: string
  readonly onAir?: boolean
  /** It stands alone, so its name is a title. */
  readonly title?: boolean
}

export function SceneMoment({ desk, scenes, scene, onAir = false, title = false }: SceneMomentProps) {
  const id = useId()
  const { moments } = desk.value
  const known = scenes.find(({ name }) => name === scene)
  const named = Object.hasOwn(moments, scene) ? moments[scene] : undefined
  const guess = known?.guessed && known.moment ? `: ${MOMENT_WORD[known.moment].toLowerCase()}` : ''
  const choose = (value: string) => {
    const others = Object.entries(moments).filter(([name]) => name !== scene)
    const moment = Moment.safeParse(value)
    void desk.change({ moments: Object.fromEntries(moment.success ? [...others, [scene, moment.data]] : others) })
  }
  return (
    <div className="grid items-center gap-x-3 gap-y-1 min-[30rem]:grid-cols-[minmax(0,1fr)_minmax(0,15rem)]">
      <label
        htmlFor={id}
        className={classNames('min-w-0 [overflow-wrap:anywhere]', title ? 'text-md font-[650]' : 'font-semibold')}
      >
        {scene}
        {onAir && (
          <Tag look="on" className="ml-2 align-middle">
            now
          </Tag>
        )}
        {known === undefined && <span className="ml-2 text-sm font-normal text-ink3">not in OBS now</span>}
        <span className="sr-only"> means</span>
      </label>
      <select
        id={id}
        value={named ?? ''}
        onChange={({ target }) => choose(target.value)}
        className={classNames(fieldLook, 'px-2')}
      >
        <option value="">By its name{guess}</option>
        {Moment.options.map((moment) => (
          <option key={moment} value={moment}>
            {MOMENT_WORD[moment]}
          </option>
        ))}
      </select>
    </div>
  )
}

export function SceneMoments({ desk, obs }: { desk: SectionDesk<ObsSettings>; obs: Pick<ObsState, 'scene' | 'scenes'> }) {
  const inObs = obs.scenes.map(({ name }) => name)
  const gone = Object.keys(desk.value.moments).filter((name) => !inObs.includes(name))
  return (
    <ul className="max-h-96 overflow-y-auto">
      {[...inObs, ...gone].map((name) => (
        <li key={name} className="border-t border-line px-3.5 py-1.5">
          <SceneMoment desk={desk} scenes={obs.scenes} scene={name} onAir={name === obs.scene} />
        </li>
      ))}
    </ul>
  )
}
