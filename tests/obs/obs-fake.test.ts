// The fake OBS answers as the real one does, in what our tests rest on.
import { OBSWebSocket, OBSWebSocketError } from 'obs-websocket-js/json'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ObsServer, startObsServer } from '../fakes/obs-server'
import { OBS_LACKS, type RealObs, startRealObs } from '../fakes/real-obs'

const input = { sceneName: 'Start', inputName: 'sound', inputKind: 'ffmpeg_source' }
const slot = { realm: 'OBS_WEBSOCKET_DATA_REALM_GLOBAL', slotName: 'psiona-test' }
const REQUESTS = [
  ['GetSceneList', {}],
  ['CreateInput', input],
  ['CreateInput', input],
  ['CreateInput', { ...input, inputName: 'Start' }],
  ['CreateInput', { ...input, inputName: 'other', inputKind: 'no_such_kind' }],
  ['CreateInput', { ...input, sceneName: 'nowhere', inputName: 'other' }],
  ['CreateInput', { ...input, inputName: 'colour', inputKind: 'color_source_v3' }],
  ['GetSceneItemId', { sceneName: 'Start', sourceName: 'nothing' }],
  ['GetSceneItemId', { sceneName: 'nowhere', sourceName: 'sound' }],
  ['CreateSceneItem', { sceneName: 'Game', sourceName: 'sound' }],
  ['CreateSceneItem', { sceneName: 'Game', sourceName: 'nothing' }],
  ['SetCurrentProgramScene', { sceneName: 'nowhere' }],
  ['SetCurrentProgramScene', { sceneName: 'Game' }],
  ['GetCurrentProgramScene', {}],
  ['GetInputMute', { inputName: 'colour' }],
  ['GetInputMute', { inputName: 'nothing' }],
  ['GetInputVolume', { inputName: 'sound' }],
  ['SetInputVolume', { inputName: 'sound', inputVolumeDb: -100 }],
  ['GetInputAudioTracks', { inputName: 'colour' }],
  ['GetInputAudioTracks', { inputName: 'sound' }],
  ['SetInputAudioTracks', { inputName: 'sound', inputAudioTracks: { '2': false } }],
  ['GetInputAudioTracks', { inputName: 'sound' }],
  ['GetInputAudioMonitorType', { inputName: 'sound' }],
  ['GetSourceFilter', { sourceName: 'sound', filterName: 'nothing' }],
  ['GetSourceFilterList', { sourceName: 'sound' }],
  ['GetSourceActive', { sourceName: 'sound' }],
  ['GetPersistentData', slot],
  ['SetPersistentData', { ...slot, slotValue: { a: [1] } }],
  ['GetPersistentData', slot],
  ['SendStreamCaption', { captionText: 'hello' }],
  ['RemoveInput', { inputName: 'nothing' }],
  ['RemoveInput', { inputName: 'colour' }],
] as const

/** What differs by version, or by being unique. */
const PASSING = /^(sceneItemId|inputUuid|sceneIndex|sceneUuid|currentP\w+Uuid|sceneName|scene.*Uuid|inputVolumeMul)$/
const lasting = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(lasting)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value).flatMap(([key, one]) => (PASSING.test(key) || one === null ? [] : [[key, lasting(one)]])),
        )
      : value

async function answersOf(port: number, password: string): Promise<unknown[]> {
  const client = new OBSWebSocket()
  await client.connect(`ws://127.0.0.1:${port}`, password)
  const answers: unknown[] = []
  for (const [request, fields] of REQUESTS)
    try {
      answers.push([request, fields, lasting((await client.call(request, fields as never)) ?? {})])
    } catch (cause) {
      answers.push([request, fields, cause instanceof OBSWebSocketError ? cause.code : cause])
    }
  await client.disconnect()
  return answers
}

describe.skipIf(OBS_LACKS.length > 0)(`the fake OBS${OBS_LACKS.length > 0 ? ` (missing: ${OBS_LACKS.join(', ')})` : ''}`, () => {
  let real: RealObs
  let fake: ObsServer
  beforeAll(async () => {
    real = await startRealObs({ scenes: ['Start', 'Game'] })
    fake = await startObsServer({ password: 'secret' })
    fake.scenes.push({ name: 'Start', items: [] }, { name: 'Game', items: [] })
    fake.program = 'Start'
  }, 60_000)
  afterAll(async () => {
    await fake?.close()
    await real?.close()
  })

  it('answers as the real one', async () => {
    // The real one says more than we ask.
    expect(await answersOf(real.port, real.password)).toMatchObject(await answersOf(fake.port, 'secret'))
  })

  it('lets in whom the real one lets in', async () => {
    for (const { port } of [real, fake])
      for (const password of ['wrong', '']) await expect(answersOf(port, password)).rejects.toMatchObject({ code: 4009 })
  })
})
