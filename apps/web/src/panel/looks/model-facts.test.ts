import { ModelFacts, type StudioReport } from '@psiona/shared'
import { expect, test } from 'vitest'
import { editableFacts } from './model-facts'

const facts = (mocFormat: number | null) =>
  ModelFacts.parse({
    mocFormat,
    parameters: [],
    expressions: [],
    motionGroups: {},
    hitAreas: [],
    hasPhysics: false,
    textures: [],
    files: 1,
    bytes: 1,
  })
const report: StudioReport = {
  type: 'psiona-studio-report',
  renderer: 'puppet',
  trouble: '',
  parameters: [{ id: 'ParamAngleX', min: -30, max: 30, default: 0 }],
  expressions: [],
  motionGroups: [],
  hitAreas: [],
}

test('a puppet tells its own parameters', () => {
  expect(editableFacts(facts(null), report).parameters).toEqual([{ id: 'ParamAngleX', name: '', min: -30, max: 30, default: 0 }])
})

test('who stands in for a Live2D model tells nothing of it', () => {
  expect(editableFacts(facts(4), report).parameters).toEqual([])
  expect(editableFacts(facts(null), { ...report, renderer: 'none' }).parameters).toEqual([])
})
