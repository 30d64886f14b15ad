// The setup in one click, where OBS has a browser source: what it puts in, what it mends, what it takes out again.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createObsOwner, isReady, type ObsOwner, TOKEN } from '../fakes/obs-owner'
import { type ObsServer, startObsServer } from '../fakes/obs-server'

let server: ObsServer
let owner: ObsOwner
const OVERLAY = `http://localhost:4747/overlay#token=${TOKEN}`
const MONITOR = 'OBS_MONITORING_TYPE_MONITOR_AND_OUTPUT'
const HERS = { '1': true, '2': true, '3': false, '4': false, '5': false, '6': false }

beforeEach(async () => {
  server = await startObsServer({ password: 'secret' })
  server.scenes.push({ name: 'Live', items: [] }, { name: 'Break', items: [] })
  server.program = 'Live'
  owner = createObsOwner(server.port, 'secret')
  await owner.when('connected', isReady)
})
afterEach(async () => {
  expect(owner.troubles).toEqual([])
  await owner.close()
  await server.close()
})

const stepIs = (id: string, state: string) =>
  owner.when(`${id} ${state}`, ({ setup }) => setup.some((step) => step.id === id && step.state === state))
const step = (id: string) => owner.obs.state().setup.find((one) => one.id === id)
const her = () => server.inputs.find(({ kind }) => kind === 'browser_source')!
/** All of OBS but what our record says. */
const snapshot = () => JSON.stringify([server.scenes, server.inputs])

describe('obs setup', () => {
  it('puts her in with her own sound, and takes her out again', async () => {
    expect(step('browser-source')).toMatchObject({ state: 'open', toDo: expect.stringContaining('Sources → + → Browser') })
    const before = snapshot()
    await owner.obs.setUp({})
    expect(her()).toMatchObject({
      ...{ name: 'Psiona', muted: false, monitor: MONITOR, tracks: HERS },
      settings: {
        ...{ url: OVERLAY, is_local_file: false, width: 1920, height: 1080, fps_custom: true, fps: 60 },
        ...{ reroute_audio: true, shutdown: false, restart_when_active: false },
      },
    })
    expect(server.scenes[0]!.items).toMatchObject([{ source: 'Psiona', enabled: true, transform: {} }])
    const { setup } = await stepIs('track', 'done')
    expect(setup.map(({ state, toDo }) => [state, toDo])).toEqual(setup.map(() => ['done', '']))
    expect(setup.map(({ title }) => title)).toContain('She stands in “Live”')
    expect(JSON.stringify([...server.slots])).not.toContain(TOKEN)
    expect(JSON.stringify(owner.obs.state())).not.toContain(TOKEN)
    await owner.obs.undoSetup()
    expect(snapshot()).toBe(before)
    await stepIs('browser-source', 'open')
    await owner.obs.undoSetup()
  })

  it('done twice changes nothing, and a chosen scene is added', async () => {
    await owner.obs.setUp({})
    const once = snapshot()
    await owner.obs.setUp({})
    expect(snapshot()).toBe(once)
    await owner.obs.setUp({ scene: 'Break' })
    expect(server.inputs).toHaveLength(1)
    expect(server.scenes.map(({ items }) => items.map(({ source }) => source))).toEqual([['Psiona'], ['Psiona']])
    await owner.obs.undoSetup()
    expect(server.inputs).toEqual([])
  })

  it('knows a source that shows her under another name, mends it, and gives it back as it was', async () => {
    const url = 'http://127.0.0.1:4747/overlay/?side=left#token=an-old-token'
    const mine = server.addInput('Break', 'my girl', 'browser_source', { url, width: 400, shutdown: true })
    server.addInput('Live', 'page', 'browser_source', { url: 'https://example.org/overlay' })
    const before = snapshot()
    await owner.when(
      'an old address',
      () => step('browser-source')?.toDo.startsWith('Its address has changed: press Set up') === true,
    )
    await owner.obs.setUp({})
    expect(server.inputs).toHaveLength(2)
    const renewed = `http://127.0.0.1:4747/overlay/?side=left#token=${TOKEN}`
    expect(mine.settings).toEqual({ url: renewed, width: 400, shutdown: false, reroute_audio: true })
    expect(mine).toMatchObject({ monitor: MONITOR, tracks: HERS })
    expect(server.scenes[0]!.items.map(({ source }) => source)).toEqual(['page', 'my girl'])
    mine.name = 'Tori'
    for (const scene of server.scenes)
      scene.items.splice(0, 99, ...scene.items.map((item) => (item.source === 'my girl' ? { ...item, source: 'Tori' } : item)))
    await owner.obs.undoSetup()
    expect(mine.settings).toEqual({ url: renewed, width: 400, shutdown: true, reroute_audio: false })
    mine.name = 'my girl'
    mine.settings.url = url
    Reflect.deleteProperty(mine.settings, 'reroute_audio')
    expect(snapshot().replaceAll('Tori', 'my girl')).toBe(before)
  })

  it('brings the new address after the token was changed', async () => {
    await owner.obs.setUp({})
    owner.token = 'another-overlay-token-that-nobody-may-see-12'
    server.emit('InputSettingsChanged', { inputName: 'Psiona' })
    await stepIs('browser-source', 'open')
    await owner.obs.setUp({})
    expect(her().settings.url).toBe(`http://localhost:4747/overlay#token=${owner.token}`)
    expect(server.inputs).toHaveLength(1)
  })

  it('takes a name that is free, fits a large canvas, and switches a hidden source on', async () => {
    server.addInput('Live', 'Psiona', 'color_source')
    server.canvas = { width: 3840, height: 2160 }
    await owner.obs.setUp({ scene: 'Break' })
    expect(her()).toMatchObject({ name: 'Psiona 2', settings: { width: 1920, height: 1080 } })
    const [item] = server.scenes[1]!.items
    expect(item?.transform).toEqual({ boundsType: 'OBS_BOUNDS_SCALE_INNER', boundsWidth: 3840, boundsHeight: 2160 })
    item!.enabled = false
    await owner.obs.setUp({ scene: 'Break' })
    expect(item!.enabled).toBe(true)
  })

  it('says whom to take off her track, and who would hear her twice', async () => {
    server.addInput('Live', 'Mic/Aux', 'ffmpeg_source')
    server.addInput('Live', 'Desktop Audio', 'pulse_output_capture')
    await owner.obs.setUp({})
    const { setup } = await stepIs('track', 'by-hand')
    expect(setup.find(({ id }) => id === 'track')).toMatchObject({
      title: 'Audio track 2 is hers',
      toDo: expect.stringContaining('untick 2 at “Mic/Aux”, “Desktop Audio”'),
    })
    expect(setup.find(({ id }) => id === 'monitoring')?.toDo).toMatch(/^If “Desktop Audio” captures .*Monitoring Device/)
    for (const { tracks } of server.inputs.filter(({ kind }) => kind !== 'browser_source')) tracks['2'] = false
    await owner.obs.act({ do: 'mute', input: 'Desktop Audio', muted: true })
    server.emit('InputAudioTracksChanged', { inputName: 'Mic/Aux' })
    await stepIs('track', 'done')
    await stepIs('monitoring', 'done')
  })

  it.each([
    ['CreateInput', 605, 'browser-source', 'Sources → + → Browser → Create new: Psiona'],
    ['SetInputAudioMonitorType', 205, 'monitoring', 'Audio Monitoring: Monitor and Output'],
    ['SetInputAudioTracks', 700, 'track', 'Tracks: tick 1 and 2, untick the others'],
  ] as const)('when OBS refuses %s with %i, it says what to click', async (request, code, id, click) => {
    server.refuses.set(request, code)
    await owner.obs.setUp({})
    await stepIs(id, 'by-hand')
    expect(step(id)?.toDo).toContain(click)
    server.refuses.delete(request)
    await owner.obs.setUp({})
    await stepIs(id, 'done')
  })

  it('fails in words when OBS goes in the middle', async () => {
    server.manners = 'stuck'
    const failed = expect(owner.obs.setUp({})).rejects.toMatchObject({ code: 'obs-not-connected' })
    server.dropAll()
    await failed
  })

  it('captions go out while OBS streams, and only in a script they can be written in', async () => {
    owner.put({ captions: true })
    server.streaming = true
    server.emit('StreamStateChanged', { outputActive: true })
    await owner.when('streaming', ({ streaming }) => streaming)
    expect(owner.obs.air()).toEqual({ known: true, onAir: true, moment: expect.anything() })
    for (const text of ['Hello there', 'привет', 'All is well']) owner.obs.caption(text, new AbortController().signal)
    await expect.poll(() => server.captions).toEqual(['Hello there', 'All is well'])
    owner.put({ captions: false })
    owner.obs.caption('unwanted', new AbortController().signal)
    server.streaming = false
    owner.put({ captions: true })
    owner.obs.caption('too late', new AbortController().signal)
    await expect.poll(() => server.asked.filter((request) => request === 'SendStreamCaption').length).toBe(3)
    expect(server.captions).toHaveLength(2)
  })
})
