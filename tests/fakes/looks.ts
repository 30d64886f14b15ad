// What a house says of her looks, in tests that are about something else. In: nothing. Out: one plausible value of each shape.
import { type CoreState, type LookState, type ModelCard, type ModelReport, ModelSheet, type SceneModel } from '@psiona/shared'

export const aModelSheet: ModelSheet = ModelSheet.parse({
  title: 'Tori',
  licence: 'MIT',
  live2d: null,
  puppet: { file: 'tori.rig.json' },
  map: { mouth: 'open-form', links: [] },
})

export const aSceneModel: SceneModel = {
  id: 'tori',
  url: '/models/tori/',
  live2d: null,
  puppet: { url: '/models/tori/', file: 'tori.rig.json' },
  map: aModelSheet.map,
  parameters: {},
  crossfadeMs: 600,
  variant: 'default',
}

export const aModelCard: ModelCard = {
  id: 'tori',
  title: 'Tori',
  licence: 'MIT',
  builtIn: true,
  worn: true,
  draws: 'puppet',
  counts: { broken: 0, lacking: 0, mended: 0 },
  bytes: 1000,
}

export const aModelReport: ModelReport = {
  id: 'tori',
  title: 'Tori',
  usable: true,
  findings: [],
  facts: {
    mocFormat: null,
    parameters: [],
    expressions: [],
    motionGroups: {},
    hitAreas: [],
    hasPhysics: false,
    textures: [],
    files: 1,
    bytes: 1000,
  },
}

export const aCore: CoreState = {
  state: 'missing',
  version: '',
  newestFormat: 0,
  url: null,
  detail: '',
  fetchedBytes: 0,
  totalBytes: null,
  licence: { name: 'A licence', url: 'https://example.org/', summary: ['Ask first.'], version: '1', accepted: null },
}

export const aLook: LookState = { scene: aSceneModel, variants: [], outfits: [], accessories: [] }
