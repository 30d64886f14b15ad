// The panic button: what it does, in which order, and that nothing keeps it from silence.
import { expect, it } from 'vitest'
import { pressPanic } from './panic'

function button(live: boolean, broken: readonly string[] = []) {
  const done: string[] = []
  const troubles: unknown[] = []
  const step = (what: string) => {
    done.push(what)
    if (broken.includes(what)) throw new Error(what)
  }
  const press = (on: boolean) =>
    pressPanic(on, {
      turns: {
        live: live ? ({} as never) : null,
        stop(reason) {
          step(`stop ${reason}`)
          return live
        },
      },
      voice: { cut: (reason) => step(`cut ${reason}`) },
      conversation: { stopped: () => step('stopped') },
      clear: [() => step('held'), () => step('chat'), () => step('picture')],
      mood: { numb: (on) => step(`numb ${on}`) },
      rig: { panic: (on) => step(`rules ${on}`) },
      onTrouble: (cause) => troubles.push(cause),
    })
  return { press, done, troubles }
}

it('[R125] silences first, then clears, numbs and tells the rules; its end only lets go', () => {
  const { press, done } = button(true)
  press(true)
  expect(done).toEqual(['stop panic', 'stopped', 'held', 'chat', 'picture', 'numb true', 'rules true'])
  press(false)
  expect(done.slice(7)).toEqual(['numb false', 'rules false'])
})

it('[R125] without anything live the face is cut to rest all the same', () => {
  const { press, done } = button(false)
  press(true)
  expect(done.slice(0, 2)).toEqual(['stop panic', 'cut panic'])
})

it('[R125] a step that breaks keeps no other from being done', () => {
  const broken = ['stop panic', 'held', 'chat', 'picture', 'numb true', 'rules true']
  const { press, done, troubles } = button(true, broken)
  press(true)
  expect(done).toEqual(['stop panic', 'cut panic', 'held', 'chat', 'picture', 'numb true', 'rules true'])
  expect(troubles).toHaveLength(broken.length)
})
