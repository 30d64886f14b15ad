// Ducking at work on an OBS on paper. In: what is chosen. Out: everything a test turns and looks at.
import { type ObsAction, ObsSettings } from '@psiona/shared'
import type { z } from 'zod'
import { createObsDuck } from '../../apps/server/src/hooks/obs/obs-duck'
import { type FakeClock, fakeClock } from './clock'
import { obsBoard } from './obs-board'

type Duck = ObsSettings['duck']
export const volume = (input: string, db: number): ObsAction => ({ do: 'volume', input, db })
export const CHOSEN = { on: true, inputs: ['Music', 'Game'], byDb: 12, attackMs: 160, releaseMs: 600 }

/** An act takes more turns of the event loop than the clock waits for by itself. */
export const passing = (clock: FakeClock) => async (ms: number) => {
  const settle = async () => {
    for (let i = 0; i < 3; i++) await clock.advance(0)
  }
  await settle()
  for (let left = ms; left > 0; left -= 10) {
    await clock.advance(Math.min(10, left))
    await settle()
  }
}

export function duckRig(chosen: z.input<typeof ObsSettings>['duck'] = CHOSEN, options: { blind?: boolean } = {}) {
  const clock = fakeClock()
  const board = obsBoard(volume('Music', -10), volume('Game', 0), volume('Silent', -100), volume('Loud', 6))
  const before = board.picture()
  const wanted: { duck: Duck } = { duck: ObsSettings.parse({ duck: chosen }).duck }
  const troubles: unknown[] = []
  const duck = createObsDuck({
    clock,
    wanted: () => wanted.duck,
    act: (action, mayChange) => board.act(action, mayChange),
    ...(options.blind ? {} : { now: (action) => board.now(action) }),
    onTrouble: (cause) => troubles.push(cause),
  })
  const choose = (change: Partial<Duck>) => {
    wanted.duck = { ...wanted.duck, ...change }
    duck.settle()
  }
  const level = (input: string) => {
    const action = board.now(volume(input, 0))
    return action?.do === 'volume' ? Number(action.db.toFixed(6)) : Number.NaN
  }
  const levels = (input: string) =>
    board.done.flatMap((action) => (action.do === 'volume' && action.input === input ? [action.db] : []))
  return { clock, board, before, troubles, duck, choose, level, levels, pass: passing(clock) }
}
