// In: the outfits and accessories of a sheet. Out: them to try, name, change and take out; and the sliders of the model to make new ones from.
import type { ParameterValues } from '@psiona/shared'
import { useState } from 'react'
import { counted } from '../../lib/figure-text'
import { Button } from '../../ui/button'
import { Field } from '../../ui/field'
import { Switch } from '../../ui/switch'
import { editAccessory, editOutfit, restOf, withAccessory, withOutfit } from './clothes'
import { ClothesRow } from './clothes-row'
import { ParameterSliders } from './parameter-sliders'
import type { SheetParts } from './sheet-parts'

const sizeOf = (values: ParameterValues): string => {
  const count = Object.keys(values).length
  return count === 0 ? 'as the model comes' : counted(count, 'parameter')
}

export function ClothesTab({ stage, desk, facts, edit }: SheetParts) {
  const { outfits, accessories, map } = desk.draft
  const { sliders } = stage.tried
  const [title, setTitle] = useState('')
  const set = Object.keys(sliders).length
  const name = title.trim()
  const ready = name !== '' && set > 0
  const put = (values: ParameterValues) => stage.attempt({ sliders: values })
  const keep = (as: 'outfit' | 'accessory') => {
    edit((draft) => (as === 'outfit' ? withOutfit(draft, name, sliders) : withAccessory(draft, name, sliders, facts.parameters)))
    setTitle('')
  }
  const linked = new Set(map.links.map(({ parameter }) => parameter))
  return (
    <>
      <p className="max-w-[70ch] p-3.5 text-ink2">
        Clothes are values for parameters that her face does not move. Set sliders until she looks right, then keep them under a
        name.
      </p>
      <ParameterSliders parameters={facts.parameters} linked={linked} values={sliders} onSet={put} />
      <form
        className="grid gap-3 border-t border-line p-3.5"
        onSubmit={(event) => {
          event.preventDefault()
          if (ready) keep('accessory')
        }}
      >
        <Field
          label="Keep the sliders as"
          placeholder="Reading glasses"
          maxLength={60}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
          hint={set === 0 ? 'Set a slider first.' : `${counted(set, 'slider')} set.`}
        />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" disabled={!ready}>
            Keep as an accessory
          </Button>
          <Button disabled={!ready} onClick={() => keep('outfit')}>
            Keep as an outfit
          </Button>
          <Button weight="quiet" disabled={set === 0} onClick={() => put({})}>
            Let go of all sliders
          </Button>
        </div>
      </form>
      <h3 className="border-t border-line px-3.5 pt-3.5 pb-2 font-semibold">Outfits</h3>
      <ul aria-label="Outfits">
        {outfits.map((outfit, index) => (
          <ClothesRow
            key={outfit.id}
            title={outfit.title}
            detail={`${sizeOf(outfit.parameters)}${index === 0 ? ', the usual one' : ''}`}
            canTake={set > 0}
            onTry={() => put(outfit.parameters)}
            onTake={() => edit((draft) => editOutfit(draft, outfit.id, { parameters: sliders }))}
            onRename={(next) => edit((draft) => editOutfit(draft, outfit.id, { title: next }))}
            onRemove={() => edit((draft) => editOutfit(draft, outfit.id, null))}
          />
        ))}
        {outfits.length === 0 && (
          <li className="border-t border-line px-3.5 py-2.5 text-ink2">None. She wears what the model comes in.</li>
        )}
      </ul>
      <h3 className="border-t border-line px-3.5 pt-3.5 pb-2 font-semibold">Accessories</h3>
      <ul aria-label="Accessories">
        {accessories.map((accessory) => (
          <ClothesRow
            key={accessory.id}
            title={accessory.title}
            detail={sizeOf(accessory.on)}
            canTake={set > 0}
            onTry={() => put({ ...sliders, ...accessory.on })}
            onTake={() =>
              edit((draft) => editAccessory(draft, accessory.id, { on: sliders, off: restOf(sliders, facts.parameters) }))
            }
            onRename={(next) => edit((draft) => editAccessory(draft, accessory.id, { title: next }))}
            onRemove={() => edit((draft) => editAccessory(draft, accessory.id, null))}
          >
            <Switch
              label={`${accessory.title} on by itself`}
              checked={accessory.byDefault}
              onChange={(byDefault) => edit((draft) => editAccessory(draft, accessory.id, { byDefault }))}
            />
          </ClothesRow>
        ))}
        {accessories.length === 0 && <li className="border-t border-line px-3.5 py-2.5 text-ink2">None yet.</li>}
      </ul>
    </>
  )
}
