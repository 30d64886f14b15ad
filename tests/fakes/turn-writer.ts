// A program that keeps turns as fast as it can until it is killed. In: a data folder, where the migrations lie, a name for this run. Out: on stdout the id of every turn the store has answered for.
import { writeSync } from 'node:fs'
import type { TurnRecord } from '@psiona/shared'
import { systemClock } from '../../apps/server/src/clock'
import { openTurnStore } from '../../apps/server/src/store/turn-store'

const [dataDir = '', migrationsDir = '', run = ''] = process.argv.slice(2)
const say = (line: string) => writeSync(1, `${line}\n`)

say('opening')
const store = await openTurnStore({ dataDir, migrationsDir, clock: systemClock })
for (let count = 0; ; count++) {
  const turn: TurnRecord = {
    id: `${run}-${count}`,
    at: systemClock.wallMs(),
    kind: 'ask',
    from: { platform: 'twitch', id: String(count % 5), name: `viewer ${count % 5}` },
    said: `words of turn ${count} in run ${run}`,
    answered: `an answer to turn ${count}`,
    heard: '',
    emotion: { joy: 0.5 },
    status: 'speaking',
    firstAudioMs: null,
  }
  await store.save(turn)
  await store.save({ ...turn, status: 'done', heard: turn.answered })
  say(turn.id)
}
