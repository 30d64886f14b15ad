// In: how her head is turned, whether she talks and where she looks. Out: a pad with figures, and two switches.
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { DragPad } from './drag-pad'
import { FigureField } from './figure-field'
import type { Stage } from './use-stage'

/** As far as the face's channels go, degrees. */
const REACH = { x: 30, y: 30 }

export function HeadControls({ stage: { tried, attempt } }: { stage: Stage }) {
  const { angles, talking, followsPointer } = tried
  const turn = (x: number, y: number) => attempt({ angles: { x, y } })
  const turned = angles.x !== 0 || angles.y !== 0
  const side = angles.x === 0 ? 'straight' : `${Math.abs(angles.x)}° to the ${angles.x > 0 ? 'right' : 'left'} of the picture`
  const height = angles.y === 0 ? 'level' : `${Math.abs(angles.y)}° ${angles.y > 0 ? 'up' : 'down'}`
  return (
    <div className="grid grid-cols-[6rem_minmax(0,1fr)] gap-x-4 gap-y-2">
      <DragPad
        label="Turn of her head"
        text={`${side}, ${height}`}
        value={angles}
        reach={REACH}
        step={1}
        onMove={({ x, y }) => turn(x, y)}
        className="h-24"
      />
      <div className="grid content-between gap-2">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
          <FigureField
            label="Turn to the side, degrees"
            value={angles.x}
            min={-30}
            max={30}
            unit="° side"
            onType={(x) => turn(x, angles.y)}
          />
          <FigureField
            label="Turn up or down, degrees"
            value={angles.y}
            min={-30}
            max={30}
            unit="° up"
            onType={(y) => turn(angles.x, y)}
          />
        </div>
        <div className="flex flex-wrap gap-2">
          <Button
            size="small"
            aria-pressed={talking}
            weight={talking ? 'primary' : 'plain'}
            onClick={() => attempt({ talking: !talking })}
          >
            <Icon name={talking ? 'square' : 'play'} className="size-4 fill-current" />
            {talking ? 'Stop talking' : 'Talk'}
          </Button>
          <Button size="small" disabled={!turned} onClick={() => turn(0, 0)}>
            Straight
          </Button>
          <Button
            size="small"
            aria-pressed={followsPointer}
            weight={followsPointer ? 'primary' : 'plain'}
            onClick={() => attempt({ followsPointer: !followsPointer })}
          >
            <Icon name="eye" className="size-4" />
            Follow the pointer
          </Button>
        </div>
      </div>
    </div>
  )
}
