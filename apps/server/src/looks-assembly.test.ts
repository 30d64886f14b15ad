// Models, the Core, clothes and bubbles together: what the panel is told of a model that cannot be worn, and what health says of her looks.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Appearance, ChatRoles, ModelReport, OverlaySettings, SceneModel, Settings } from '@psiona/shared'
import { afterEach, expect, it } from 'vitest'
import { modelFiles } from '../../../tests/fakes/broken-models-parts'
import { fakeClock } from '../../../tests/fakes/clock'
import { readConfig } from './config'
import type { HouseNews } from './house'
import { openLooks } from './looks-assembly'
import { topic } from './streams'

const open: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close()
})

async function looksOf(appearance: unknown = {}, own: readonly string[] = []) {
  const dataDir = mkdtempSync(join(tmpdir(), 'psiona-looks-'))
  open.push(() => rmSync(dataDir, { recursive: true, force: true }))
  const put = (model: string, files: ReturnType<typeof modelFiles>) => {
    for (const [path, data] of Object.entries(files)) {
      mkdirSync(join(dataDir, 'live2d-models', model, path, '..'), { recursive: true })
      writeFileSync(join(dataDir, 'live2d-models', model, path), data)
    }
  }
  put('haru', modelFiles())
  for (const model of own) put(model, modelFiles())
  put('broken', modelFiles({ 'haru.moc3': 'half' }))
  const settings = Settings.parse({})
  const news = topic<HouseNews>()
  const told: HouseNews[] = []
  news.subscribe((one) => void told.push(one))
  const looks = await openLooks({
    config: readConfig({ PSIONA_DATA: dataDir }),
    clock: fakeClock(),
    news,
    settings: { current: () => ({ ...settings, overlay: OverlaySettings.parse({}) }) },
    store: { latest: async () => [] },
    appearance: () => Appearance.parse(appearance),
    mood: () => ({}),
    wouldRefuse: (text) => text.includes('vile'),
    onTrouble: (what) => (cause) => {
      throw new Error(what, { cause })
    },
  })
  open.push(looks.close)
  return { ...looks, told }
}

it('a model that cannot be worn is shown with its report, drawn by Tori', async () => {
  const { house } = await looksOf()
  const { report, scene } = await house.avatars.get('broken')
  expect(ModelReport.parse(report)).toMatchObject({ usable: false, findings: [{ code: 'moc-not-moc' }, {}] })
  expect(SceneModel.parse(scene)).toMatchObject({ id: 'broken', live2d: null, puppet: { url: '/models/tori/' } })
  await expect(house.avatars.get('gone')).rejects.toMatchObject({ code: 'no-model' })
})

it('a variant with another model is no trouble, one with a model that is not there is, and she stays visible', async () => {
  const always = { hours: [0, 24] }
  const fine = await looksOf({ variants: [{ id: 'guest', model: 'haru', when: always }] })
  expect(fine.look.scene()).toMatchObject({ id: 'haru', variant: 'guest' })
  expect(fine.health().state).toBe('ok')
  await expect(fine.house.avatars.remove('haru')).rejects.toMatchObject({ code: 'model-worn' })
  const lost = await looksOf({ variants: [{ id: 'guest', model: 'gone', when: always }] })
  expect(lost.look.scene()).toMatchObject({ id: 'tori', variant: 'guest' })
  expect(lost.health()).toMatchObject({ state: 'trouble', detail: expect.stringMatching(/variant guest wears the model gone/) })
})

it('an own folder called tori, without a puppet, leaves the puppet of the one that ships', async () => {
  const { look } = await looksOf({}, ['tori'])
  const scene = SceneModel.parse(look.scene())
  expect(scene).toMatchObject({ id: 'tori', puppet: { url: '/models/tori/', file: expect.stringMatching(/\.rig\.json$/) } })
})

it('[R107] a name that is not fit for a stream flies with no effect, and the effect flies without it; who is banned flies no more', async () => {
  const { happened, lineWritten, lineDeleted, told } = await looksOf()
  const from = { platform: 'twitch' as const, id: '7', name: 'vile_person' }
  happened({ kind: 'raid', from, amount: 5, at: 0, eventId: 'e1' })
  lineWritten({ type: 'line-written', messageId: 'm', from, text: 'hi', at: 0, roles: ChatRoles.parse({ firstMessage: true }) })
  happened({ kind: 'subscription', from: { ...from, id: '8', name: 'mira' }, amount: 1, at: 0, eventId: 'e2' })
  const captions = told.flatMap((one) => (one.type === 'effect-shown' ? [one.effect.caption] : []))
  expect(captions.length).toBeGreaterThan(1)
  expect(captions.filter(Boolean)).toEqual(['mira'])
  lineDeleted({ type: 'line-deleted', platform: 'twitch', personId: '8' })
  expect(told.at(-1)).toEqual({ type: 'effects-gone', effectIds: [captions.indexOf('mira')] })
})
