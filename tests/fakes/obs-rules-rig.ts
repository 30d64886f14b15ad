// Rules at work on an OBS on paper. In: rules. Out: everything a test turns and looks at.
import { type ObsAction, ObsRule } from '@psiona/shared'
import type { z } from 'zod'
import { createObsRules } from '../../apps/server/src/hooks/obs/obs-rules'
import { fakeClock } from './clock'
import { obsBoard } from './obs-board'

export const scene = (name: string): ObsAction => ({ do: 'scene', scene: name })
export const source = (visible: boolean, name = 'Confetti'): ObsAction => ({ do: 'source', scene: 'Game', source: name, visible })
export const filter = (enabled: boolean): ObsAction => ({ do: 'filter', source: 'Camera', filter: 'Shake', enabled })
export const mute = (muted: boolean): ObsAction => ({ do: 'mute', input: 'Desktop Audio', muted })
export const volume = (db: number): ObsAction => ({ do: 'volume', input: 'Music', db })

export const rule = (
  id: string,
  when: z.input<typeof ObsRule>['when'],
  does: ObsAction[],
  more: Partial<z.input<typeof ObsRule>> = {},
): ObsRule => ObsRule.parse({ id, title: id, when, does, restSeconds: 0, ...more })
export const over = { back: { after: 'over' } } as const
export const never = { back: { after: 'never' } } as const
export const seconds = (count: number) => ({ back: { after: 'seconds', seconds: count } }) as const
export const raid = { on: 'event', event: 'raid' } as const
export const bits = { on: 'event', event: 'bits', atLeast: 100 } as const

export function rulesRig(rules: ObsRule[], options: { blind?: boolean } = {}) {
  const clock = fakeClock()
  const board = obsBoard(scene('Game'), source(false), source(false, 'Hearts'), filter(false), mute(false), volume(-12))
  const before = board.picture()
  const troubles: unknown[] = []
  const changes: string[][] = []
  const list = { rules }
  const obsRules = createObsRules({
    clock,
    rules: () => list.rules,
    act: (action, mayChange) => board.act(action, mayChange),
    ...(options.blind ? {} : { now: (action) => board.now(action) }),
    onChange: () => changes.push(obsRules.inForce()),
    onTrouble: (cause) => troubles.push(cause),
  })
  const change = (next: ObsRule[]) => {
    list.rules = next
    obsRules.settle()
  }
  const settled = () => clock.advance(0)
  return { clock, board, before, troubles, changes, obsRules, change, settled }
}
