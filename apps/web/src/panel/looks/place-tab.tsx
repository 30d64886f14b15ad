// In: where a model stands. Out: a pad, a slider and figures to move and scale it.
import type { AvatarMap } from '@psiona/shared'
import { Button } from '../../ui/button'
import { DragPad } from './drag-pad'
import { FigureField } from './figure-field'
import { LiveSlider } from './live-slider'
import { sameValue } from './sheet-changes'
import type { SheetParts } from './sheet-parts'

type Place = AvatarMap['place']
/** Farther than this nobody drags; figures go up to the schema's bounds. */
const REACH = { x: 1, y: 1 }
const SCALE = { min: 0.1, max: 4 }

const percent = (share: number) => Math.round(share * 100)

export function PlaceTab({ desk, suggested, edit }: SheetParts) {
  const { place } = desk.draft.map
  const set = (changes: Partial<Place>) =>
    edit((draft) => ({ ...draft, map: { ...draft.map, place: { ...draft.map.place, ...changes } } }))
  const text = `${percent(place.x)} % of the width, ${percent(place.y)} % of the height from the middle`
  return (
    <div className="grid gap-4 p-3.5 min-[36rem]:grid-cols-[12rem_minmax(0,1fr)]">
      <DragPad
        label="Where it stands"
        text={text}
        value={{ x: place.x, y: place.y }}
        reach={REACH}
        step={0.01}
        onMove={(at) => set({ x: Math.round(at.x * 100) / 100, y: Math.round(at.y * 100) / 100 })}
        className="h-48"
      />
      <div className="grid content-start gap-3">
        <div className="flex flex-wrap gap-x-4 gap-y-2">
          <FigureField
            label="To the right, percent of the picture’s width"
            value={percent(place.x)}
            min={-200}
            max={200}
            unit="% to the right"
            onType={(value) => set({ x: value / 100 })}
          />
          <FigureField
            label="Up, percent of the picture’s height"
            value={percent(place.y)}
            min={-200}
            max={200}
            unit="% up"
            onType={(value) => set({ y: value / 100 })}
          />
        </div>
        <div className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-3">
          <span>Size</span>
          <LiveSlider
            label="Size"
            // Half and double are as far from one as from each other.
            value={Math.log2(place.scale)}
            min={Math.log2(SCALE.min)}
            max={Math.log2(SCALE.max)}
            step={0.02}
            text={`${place.scale} times`}
            onMove={(value) => set({ scale: Math.round(2 ** value * 100) / 100 })}
          />
          <FigureField label="Size, times" value={place.scale} min={0.1} max={10} unit="×" onType={(scale) => set({ scale })} />
        </div>
        <div>
          <Button size="small" disabled={sameValue(place, suggested.map.place)} onClick={() => set(suggested.map.place)}>
            Use suggestion
          </Button>
        </div>
        <p className="text-sm text-ink3">Drag in the field, or use the arrows; Shift goes ten steps, Home is the middle.</p>
      </div>
    </div>
  )
}
