import { ObsRule } from '@psiona/shared'
import { expect, test } from 'vitest'
import { anObs } from '../../../../../tests/fakes/rig'
import { suggestedRules } from './rule-suggestions'

test('suggestions are whole rules, made of what OBS has', () => {
  const obs = { ...anObs, sources: [...anObs.sources, { name: 'Hearts', kind: 'image_source', visible: false }] }
  const suggested = suggestedRules(obs)
  for (const rule of suggested) expect(() => ObsRule.parse({ id: 'any', ...rule })).not.toThrow()
  expect(suggested.map(({ does }) => does[0])).toEqual([
    { do: 'source', scene: 'Game', source: 'Hearts', visible: true },
    { do: 'filter', source: 'Desktop audio', filter: 'Low pass', enabled: true },
    { do: 'scene', scene: 'Be right back' },
  ])
})

test('a scene for raids is taken before any other', () => {
  const scenes = [...anObs.scenes, { name: 'Chatting', moment: 'live' as const, guessed: true }]
  const raidTo = (more: typeof scenes) =>
    suggestedRules({ ...anObs, scenes: [...scenes, ...more] }).find(({ title }) => title === 'A raid comes')?.does[0]
  expect(raidTo([])).toEqual({ do: 'scene', scene: 'Chatting' })
  expect(raidTo([{ name: 'RAID!', moment: 'live', guessed: true }])).toEqual({ do: 'scene', scene: 'RAID!' })
})

test('where OBS has nothing, nothing is suggested', () => {
  expect(suggestedRules({ scenes: [], scene: '', sources: [], inputs: [] })).toEqual([])
})
