import type { ObsState } from '@psiona/shared'
import { expect, test } from 'vitest'
import { ruleLacks } from './rule-lacks'

const scene = (name: string) => ({ name, moment: null, guessed: false })
const obs: Pick<ObsState, 'scenes' | 'scene' | 'sources' | 'inputs'> = {
  scenes: [scene('Game'), scene('Party')],
  scene: 'Game',
  sources: [{ name: 'Webcam', kind: 'v4l2_input', visible: true }],
  inputs: [
    { name: 'Webcam', kind: 'v4l2_input', audio: null, filters: [{ name: 'Glow', kind: 'shader', enabled: false }] },
    { name: 'Music', kind: 'pulse', audio: { muted: false, db: 0 }, filters: [] },
  ],
}

test('a rule of names that OBS has lacks nothing', () => {
  const does = [
    { do: 'scene', scene: 'Party' },
    { do: 'source', scene: 'Game', source: 'Webcam', visible: false },
    { do: 'source', scene: 'Party', source: 'Music', visible: true },
    { do: 'filter', source: 'Webcam', filter: 'Glow', enabled: true },
    { do: 'filter', source: 'Game', filter: 'of a scene', enabled: true },
    { do: 'mute', input: 'Music', muted: true },
  ] as const
  expect(ruleLacks({ does: [...does] }, obs)).toEqual([])
})

test('each name that is not there is told once', () => {
  const does = [
    { do: 'scene', scene: 'Raid' },
    { do: 'source', scene: 'Raid', source: 'Sparkles', visible: true },
    { do: 'source', scene: 'Game', source: 'Music', visible: true },
    { do: 'filter', source: 'Webcam', filter: 'Blur', enabled: true },
    { do: 'filter', source: 'Mic', filter: 'Gain', enabled: true },
    { do: 'volume', input: 'Mic', db: -6 },
  ] as const
  expect(ruleLacks({ does: [...does] }, obs)).toEqual(['Raid', 'Sparkles', 'Music', 'Blur', 'Mic'])
})
