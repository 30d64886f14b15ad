// A real OBS: it is connected to, read, acted in, looked at, killed and found again.
import { isDeepStrictEqual } from 'node:util'
import type { ObsAction } from '@psiona/shared'
import { OBSWebSocket } from 'obs-websocket-js/json'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createObsOwner, isReady, type ObsOwner, TOKEN } from '../fakes/obs-owner'
import { freePort, OBS_LACKS, type RealObs, startRealObs } from '../fakes/real-obs'
import { GROUP, IN_GROUP } from '../fakes/real-obs-files'

/** OBS writes colours as ABGR. */
const RED = 0xff0000ff
const BLUE = 0xffff0000
const ODD_NAME = `see  localhost:4747/overlay#token=${TOKEN}`
const SHOWN_NAME = 'see localhost:4747/overlay#token=…'

/** Red, green, blue in the middle. */
async function middleOf(png: Uint8Array): Promise<readonly number[]> {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const at = (Math.floor(info.height / 2) * info.width + Math.floor(info.width / 2)) * info.channels
  return [...data.subarray(at, at + 3)]
}

describe.skipIf(OBS_LACKS.length > 0)(`OBS${OBS_LACKS.length > 0 ? ` (missing: ${OBS_LACKS.join(', ')})` : ''}`, () => {
  let real: RealObs
  let owner: ObsOwner
  const raw = new OBSWebSocket()

  beforeAll(async () => {
    real = await startRealObs({ scenes: ['Start', 'Game', 'Be right back'] })
    await raw.connect(`ws://127.0.0.1:${real.port}`, real.password)
    const paint = (sceneName: string, inputName: string, color: number) =>
      raw.call('CreateInput', {
        ...{ sceneName, inputName, inputKind: 'color_source_v3' },
        inputSettings: { color, width: 1280, height: 720 },
      })
    await paint('Start', 'red', RED)
    await paint('Game', 'blue', BLUE)
    await raw.call('CreateInput', { sceneName: 'Game', inputName: 'music', inputKind: 'ffmpeg_source' })
    await raw.call('CreateInput', { sceneName: 'Game', inputName: ODD_NAME, inputKind: 'ffmpeg_source' })
    await raw.call('CreateSourceFilter', { sourceName: 'red', filterName: 'grey', filterKind: 'color_filter_v2' })
    await raw.disconnect()
    owner = createObsOwner(real.port, real.password)
    await owner.when('connected', isReady)
  }, 60_000)
  afterAll(async () => {
    await owner?.close()
    await real?.close()
  })

  it('is connected to, and says what is there and how hard it works', async () => {
    const state = await owner.when('version and load', ({ version, load }) => version !== '' && load !== null)
    expect(state.version).toMatch(/^OBS \d+\.\d+\.\d+, obs-websocket 5\.\d+\.\d+$/)
    expect(state).toMatchObject({ link: 'connected', detail: '', hasPassword: true, scene: 'Start', studioMode: false })
    expect(state).toMatchObject({ streaming: false, recording: 'no' })
    expect(state.scenes.map(({ name }) => name)).toEqual(['Start', 'Game', 'Be right back'])
    expect(state.scenes.at(-1)).toMatchObject({ moment: 'break', guessed: true })
    expect(state.sources).toEqual([{ name: 'red', kind: 'color_source_v3', visible: true }])
    const red = state.inputs.find(({ name }) => name === 'red')
    expect(red).toEqual({
      ...{ name: 'red', kind: 'color_source_v3', audio: null },
      filters: [{ name: 'grey', kind: 'color_filter_v2', enabled: true }],
    })
    expect(state.inputs.find(({ name }) => name === 'music')?.audio).toEqual({ muted: false, db: 0 })
    expect(state.load?.cpuPercent).toBeGreaterThanOrEqual(0)
    expect(owner.obs.health()).toEqual({ part: 'obs', state: 'ok', detail: state.version })
    expect(owner.obs.air()).toEqual({ known: true, onAir: false, moment: 'starting' })
  })

  it('switches scenes: the picture shows it, and what comes back takes it back', async () => {
    expect(await middleOf(await owner.obs.picture(undefined, 64))).toEqual([255, 0, 0])
    const back = await owner.obs.act({ do: 'scene', scene: 'Game' })
    expect(back).toEqual({ do: 'scene', scene: 'Start' })
    expect(await middleOf(await owner.obs.picture(undefined, 64))).toEqual([0, 0, 255])
    expect(await middleOf(await owner.obs.picture('Start', 320))).toEqual([255, 0, 0])
    const state = await owner.when('the new scene', ({ scene }) => scene === 'Game')
    expect(state.sources.map(({ name }) => name)).toContain('music')
    expect(await owner.obs.act({ do: 'scene', scene: 'Game' })).toBeNull()
    expect(await owner.obs.act(back!)).toEqual({ do: 'scene', scene: 'Game' })
    await owner.when('the old scene', ({ scene }) => scene === 'Start')
  })

  it.each<[ObsAction, ObsAction]>([
    [
      { do: 'source', scene: 'Start', source: 'red', visible: false },
      { do: 'source', scene: 'Start', source: 'red', visible: true },
    ],
    [
      { do: 'filter', source: 'red', filter: 'grey', enabled: false },
      { do: 'filter', source: 'red', filter: 'grey', enabled: true },
    ],
    [
      { do: 'mute', input: 'music', muted: true },
      { do: 'mute', input: 'music', muted: false },
    ],
    [
      { do: 'volume', input: 'music', db: -100 },
      { do: 'volume', input: 'music', db: 0 },
    ],
    [
      { do: 'mute', input: SHOWN_NAME, muted: true },
      { do: 'mute', input: SHOWN_NAME, muted: false },
    ],
  ])('does %o and takes it back', async (action, inverse) => {
    const isSo = (wanted: ObsAction) => (state: ReturnType<ObsOwner['obs']['state']>) => {
      const input = (name: string) => state.inputs.find((one) => one.name === name)
      switch (wanted.do) {
        case 'source':
          return state.sources.some(({ name, visible }) => name === wanted.source && visible === wanted.visible)
        case 'filter':
          return input(wanted.source)?.filters.some(({ enabled }) => enabled === wanted.enabled) === true
        case 'mute':
          return input(wanted.input)?.audio?.muted === wanted.muted
        case 'volume':
          return Math.abs((input(wanted.input)?.audio?.db ?? Number.NaN) - wanted.db) < 0.1
        default:
          return false
      }
    }
    const asked: ObsAction[] = []
    const no = (found: ObsAction) => asked.push(found) === 0
    expect(await owner.obs.act(action, no)).toBeNull()
    // Whoever is asked first has it unchanged, and not asked at all when it is so already.
    expect(asked).toEqual([inverse])
    expect(await owner.obs.act(action)).toEqual(inverse)
    await owner.when('done', isSo(action))
    expect(await owner.obs.act(action, no)).toBeNull()
    expect(asked).toHaveLength(1)
    expect(await owner.obs.act(inverse)).toEqual(action)
    await owner.when('taken back', isSo(inverse))
  })

  it('finds what is in a group', async () => {
    await owner.obs.act({ do: 'scene', scene: 'Be right back' })
    const sources = (visible: boolean) => [
      { name: GROUP, kind: 'group', visible: true },
      { name: IN_GROUP, kind: 'color_source_v3', visible },
    ]
    const { sources: before } = await owner.when('the scene', ({ scene }) => scene === 'Be right back')
    expect(before).toEqual(sources(true))
    const off: ObsAction = { do: 'source', scene: 'Be right back', source: IN_GROUP, visible: false }
    expect(await owner.obs.act(off)).toEqual({ ...off, visible: true })
    await owner.when('off', ({ sources: now }) => isDeepStrictEqual(now, sources(false)))
    expect(await owner.obs.act(off)).toBeNull()
    await owner.obs.act({ do: 'scene', scene: 'Start' })
    await owner.when('the old scene', ({ scene }) => scene === 'Start')
  })

  it.each<[ObsAction, string, RegExp]>([
    [{ do: 'scene', scene: 'Nowhere' }, 'obs-not-found', /OBS has no scene “Nowhere”\. Choose one/],
    [{ do: 'source', scene: 'Start', source: 'gone', visible: true }, 'obs-not-found', /source “gone” in scene “Start”/],
    [{ do: 'filter', source: 'red', filter: 'gone', enabled: true }, 'obs-not-found', /filter “gone” on “red”/],
    [{ do: 'mute', input: 'red', muted: true }, 'obs-no-sound', /makes no sound: source “red”/],
  ])('says what is missing for %o', async (action, code, message) => {
    await expect(owner.obs.act(action)).rejects.toMatchObject({ code, message: expect.stringMatching(message) })
  })

  it('shows no token, whatever things are called', async () => {
    expect(owner.obs.state().inputs.map(({ name }) => name)).toContain(SHOWN_NAME)
    expect(JSON.stringify(owner.obs.state())).not.toContain(TOKEN)
    await expect(owner.obs.picture(ODD_NAME, 64)).rejects.toMatchObject({
      code: 'obs-no-picture',
      message: expect.not.stringContaining(TOKEN),
    })
  })

  it('knows when OBS records, and calls that on air', async () => {
    await raw.connect(`ws://127.0.0.1:${real.port}`, real.password)
    await raw.call('StartRecord')
    await owner.when('recording', ({ recording }) => recording === 'yes')
    expect(owner.obs.air()).toMatchObject({ known: true, onAir: true })
    // An OBS that is paused before its first frame stops no more.
    await expect.poll(async () => (await raw.call('GetRecordStatus')).outputDuration, { timeout: 10_000 }).toBeGreaterThan(0)
    await raw.call('PauseRecord')
    await owner.when('paused', ({ recording }) => recording === 'paused')
    expect(owner.obs.air().onAir).toBe(true)
    await raw.call('ResumeRecord')
    await owner.when('resumed', ({ recording }) => recording === 'yes')
    await raw.call('StopRecord')
    await owner.when('stopped', ({ recording }) => recording === 'no')
    await raw.disconnect()
  })

  it('switches what viewers see in studio mode too, and says what studio mode means', async () => {
    await raw.connect(`ws://127.0.0.1:${real.port}`, real.password)
    await raw.call('SetStudioModeEnabled', { studioModeEnabled: true })
    const isOn = (on: boolean) => owner.when('studio mode', ({ studioMode }) => studioMode === on)
    const { setup } = await isOn(true)
    expect(setup.find(({ id }) => id === 'studio-mode')).toMatchObject({ state: 'by-hand' })
    const back = await owner.obs.act({ do: 'scene', scene: 'Game' })
    expect(back).toEqual({ do: 'scene', scene: 'Start' })
    await owner.when('the new scene', ({ scene }) => scene === 'Game')
    await raw.call('SetStudioModeEnabled', { studioModeEnabled: false })
    await isOn(false)
    await owner.obs.act({ do: 'scene', scene: 'Start' })
    await owner.when('the old scene', ({ scene }) => scene === 'Start')
    await raw.disconnect()
  })

  it('without a browser source in OBS, the setup says what to click and puts nothing in', async () => {
    const before = owner.obs.state().inputs.length
    await owner.obs.setUp({})
    const { setup, inputs } = owner.obs.state()
    expect(setup.find(({ id }) => id === 'browser-source')).toMatchObject({
      state: 'by-hand',
      toDo: expect.stringMatching(/no Browser source.*Sources → \+ → Window Capture/),
    })
    expect(inputs).toHaveLength(before)
    await expect(owner.obs.setUp({ scene: 'Nowhere' })).rejects.toMatchObject({ code: 'obs-not-found' })
    await owner.obs.undoSetup()
  })

  it('sends no caption while nothing is streamed', async () => {
    owner.put({ captions: true })
    owner.obs.caption('Hello', new AbortController().signal)
    expect(owner.obs.state().streaming).toBe(false)
    expect(owner.troubles).toEqual([])
  })

  it('tells a wrong password from a missing one, and comes in with the right one', { timeout: 30_000 }, async () => {
    const stranger = createObsOwner(real.port, 'a wrong one')
    const wrong = await stranger.when('refused', ({ link }) => link === 'wrong-password')
    expect(wrong.detail).toMatch(/refuses the password\. In OBS open Tools → WebSocket Server Settings → Show Connect Info/)
    stranger.password = null
    stranger.obs.passwordChanged()
    const missing = await stranger.when('asked', ({ link }) => link === 'no-password')
    expect(missing).toMatchObject({ hasPassword: false, detail: expect.stringContaining('asks for a password') })
    expect(stranger.obs.air()).toEqual({ known: false, onAir: false, moment: null })
    await expect(stranger.obs.act({ do: 'scene', scene: 'Game' })).rejects.toMatchObject({ code: 'obs-not-connected' })
    stranger.password = real.password
    stranger.obs.passwordChanged()
    await stranger.when('connected', isReady)
    await stranger.close()
  })

  it('says when nobody listens, and goes on trying', async () => {
    const lonely = createObsOwner(await freePort(), null)
    const { detail } = await lonely.when('waiting', ({ link }) => link === 'waiting')
    expect(detail).toMatch(/does not listen at 127\.0\.0\.1:\d+\. Start OBS; .*“Enable WebSocket server”/)
    expect(lonely.obs.health()).toMatchObject({ part: 'obs', state: 'trouble' })
    lonely.put({ on: false })
    expect(lonely.obs.state()).toMatchObject({ link: 'off', detail: '' })
    await lonely.close()
  })

  it('survives kill -9 in the middle of calls: each of them ends, and it is found again', { timeout: 60_000 }, async () => {
    const calls = Array.from({ length: 20 }, (_, i) =>
      i % 2 === 0 ? owner.obs.picture('Start', 1280) : owner.obs.act({ do: 'mute', input: 'music', muted: i % 4 === 1 }),
    )
    const settled = Promise.allSettled(calls)
    const killed = real.kill('SIGKILL')
    const { detail } = await owner.when('noticed', ({ link }) => link === 'waiting')
    expect(detail).toContain('Psiona goes on trying')
    await killed
    const lost = (await settled).flatMap((call) => (call.status === 'rejected' ? [call.reason] : []))
    expect(lost.length).toBeGreaterThan(0)
    for (const reason of lost) expect(reason).toMatchObject({ code: 'obs-not-connected' })
    await expect(owner.obs.picture(undefined, 64)).rejects.toMatchObject({ code: 'obs-not-connected' })
    expect(owner.obs.air().known).toBe(false)
    await real.restart()
    await owner.when('back', isReady)
    expect(await owner.obs.act({ do: 'scene', scene: 'Be right back' })).not.toBeNull()
  })

  it('is found again after it was closed in good order', { timeout: 60_000 }, async () => {
    const ended = real.kill('SIGINT')
    await owner.when('noticed', ({ link }) => link === 'waiting')
    await ended
    await real.restart()
    await owner.when('back', isReady)
    expect(owner.troubles).toEqual([])
  })
})
