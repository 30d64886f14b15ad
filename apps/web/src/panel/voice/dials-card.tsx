// In: the voice of a take. Out: its dials; what is dialled is saved to the character, with a way back, or copied.
import type { VoiceDials } from '@psiona/shared'
import { useState } from 'react'
import { classNames } from '../../lib/class-names'
import { counted } from '../../lib/figure-text'
import { Button } from '../../ui/button'
import { Card, CardHead } from '../../ui/card'
import { Icon } from '../../ui/icon'
import { Trouble } from '../../ui/trouble'
import { DialKnob } from './dial-knob'
import { DIAL_GROUPS, DIALS, type DialLook, sameDials, sameEqualiser } from './dial-table'
import { dialsYaml } from './dials-yaml'
import { dialled, savedDials, shownDials } from './take'
import type { SavedDials } from './use-saved-dials'
import type { TakeDesk } from './use-take-desk'

/** Six abreast where there is room: a group is as wide as it has dials. */
const SPAN: Readonly<Record<number, string>> = { 2: 'rail:col-span-2', 3: 'rail:col-span-3', 6: 'rail:col-span-6' }
const COLUMNS: Readonly<Record<number, string>> = { 2: 'rail:grid-cols-2', 6: 'rail:grid-cols-6' }

export interface DialsCardProps {
  readonly desk: TakeDesk
  readonly name: string
  readonly keep: SavedDials
}

export function DialsCard({ desk, name, keep }: DialsCardProps) {
  const { setup, change, known, shown } = desk
  const [minded, setMinded] = useState<DialLook | null>(null)
  const [copied, setCopied] = useState<string | null>(null)
  const dials = shownDials(setup, known)
  const saved = savedDials(setup, known)
  const psi = setup.engine.kind === 'psi'
  if (!dials || !saved) return null
  const turn = (next: VoiceDials) => change((before) => dialled(before, next, known))
  const changes = DIALS.filter(({ name: dial }) => dials[dial] !== saved[dial]).length + (sameEqualiser(dials, saved) ? 0 : 1)
  const hers = known.own !== null && sameDials(dials, known.own)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(dialsYaml(dials))
      setCopied('Copied.')
    } catch {
      setCopied('The browser keeps the clipboard closed. Save, and copy it on the Character page.')
    }
  }
  return (
    <Card aria-labelledby="dials-title">
      <CardHead
        id="dials-title"
        title="Dials"
        remark={psi ? `of take ${shown.toUpperCase()}, tick marks where it started` : 'of her own engine alone'}
      >
        <Button weight="quiet" size="small" disabled={changes === 0} onClick={() => turn(saved)}>
          <Icon name="undo" className="size-4" />
          {changes === 0 ? 'Reset' : `Reset ${counted(changes, 'change')}`}
        </Button>
      </CardHead>
      <p
        aria-hidden="true"
        className="mx-3.5 flex min-h-14 items-center rounded-control bg-s2 px-3 py-2 text-sm text-ink2 slim:min-h-18"
      >
        {minded ? (
          <span>
            <b className="font-[650] text-ink">{minded.label} up.</b> {minded.up}
          </span>
        ) : (
          'Point at a dial to read what it does. Drag it, use the arrows, or type a figure; Home is where it started.'
        )}
      </p>
      <div className="grid gap-x-1 px-3.5 rail:grid-cols-6">
        {DIAL_GROUPS.map((group) => (
          <fieldset key={group.title} className={classNames('min-w-0 pt-3', SPAN[group.dials.length])}>
            <legend className="float-left w-full text-sm text-ink3">{group.title}</legend>
            <div className={classNames('clear-both grid grid-cols-3 gap-x-1', COLUMNS[group.dials.length])}>
              {group.dials.map((look) => (
                <DialKnob
                  key={look.name}
                  look={look}
                  value={dials[look.name]}
                  saved={saved[look.name]}
                  onTurn={(value) => turn({ ...dials, [look.name]: value })}
                  onMind={() => setMinded(look)}
                />
              ))}
            </div>
          </fieldset>
        ))}
        <div className="flex flex-wrap content-center items-center gap-3 rail:col-span-4 slim:mt-3">
          <span className={sameEqualiser(dials, saved) ? '' : 'font-[650]'}>Equaliser</span>
          <span className="text-ink2">{dials.equaliser.length === 0 ? 'none' : counted(dials.equaliser.length, 'point')}</span>
          {dials.equaliser.length > 0 && (
            <Button size="small" onClick={() => turn({ ...dials, equaliser: [] })}>
              Clear
            </Button>
          )}
          <p className="basis-full text-sm text-ink2">Colour over all; fitted to a recording, or written in her file.</p>
        </div>
      </div>
      <div className="mt-3 flex flex-wrap items-center gap-2 border-t border-line p-3.5">
        <Button weight={hers ? 'plain' : 'primary'} disabled={hers || keep.busy} onClick={() => void keep.save(dials)}>
          Save to {name}
        </Button>
        {keep.undo && (
          <Button disabled={keep.busy} onClick={() => void keep.undo?.()}>
            <Icon name="undo" />
            Undo
          </Button>
        )}
        <Button weight="quiet" onClick={() => void copy()}>
          <Icon name="copy" />
          Copy as YAML
        </Button>
        <p role="status" className="min-h-5 min-w-0 basis-full text-sm text-ink2">
          {keep.note ?? copied ?? (hers ? `This is how ${name} sounds on stream.` : `Until you save, only you hear this.`)}
        </p>
        <Trouble className="basis-full">{keep.trouble}</Trouble>
      </div>
    </Card>
  )
}
