import type { PartHealth } from '@psiona/shared'
import { expect, test } from 'vitest'
import { foldHealth, worthNaming } from './health-fold'

const part = (name: PartHealth['part'], state: PartHealth['state']): PartHealth => ({ part: name, state, detail: 'so' })

test('parts stand in one order, however they come', () => {
  expect(foldHealth([part('twitch', 'ok'), part('microphone', 'off')]).parts.map(({ part }) => part)).toEqual([
    'microphone',
    'twitch',
  ])
})

test('fine, off and trouble are counted apart', () => {
  const fold = foldHealth([part('mind', 'ok'), part('voice', 'ok'), part('ears', 'off'), part('twitch', 'trouble')])
  expect(fold).toMatchObject({ fine: 2, off: 1 })
  expect(fold.troubles.map(({ part }) => part)).toEqual(['twitch'])
})

test('nothing reported is nothing claimed', () => {
  expect(foldHealth([])).toEqual({ parts: [], fine: 0, off: 0, troubles: [] })
})

test('the inner links of the hearing chain are named only in trouble', () => {
  const reported = [part('vad', 'ok'), part('models', 'trouble'), part('ears', 'ok')]
  expect(reported.filter(worthNaming).map(({ part }) => part)).toEqual(['models', 'ears'])
})

test('watchers are named only in trouble, platforms only once somebody asked for them', () => {
  const reported = [part('safety', 'ok'), part('load', 'trouble'), part('youtube', 'off'), part('discord', 'ok')]
  expect(reported.filter(worthNaming).map(({ part }) => part)).toEqual(['load', 'discord'])
})
