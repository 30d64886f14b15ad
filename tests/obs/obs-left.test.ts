// Psiona is killed while OBS is changed because of her; the next start finds it so. In: a real Psiona, a real OBS, SIGKILL. Out: levels and scenes as they were, or as a hand left them.
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ObsRule, ObsState, SayReply, Settings } from '@psiona/shared'
import { OBSWebSocket } from 'obs-websocket-js/json'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type RunningPsiona, startPsiona } from '../e2e/psiona'
import { OBS_LACKS, type RealObs, startRealObs } from '../fakes/real-obs'

const MUSIC_DB = -6
const BY_DB = 12
const SPEAKING: ObsRule = {
  id: 'speaking',
  title: 'The party while she speaks',
  enabled: true,
  when: { on: 'speaking' },
  does: [
    { do: 'scene', scene: 'Party' },
    { do: 'mute', input: 'jingle', muted: true },
  ],
  back: { after: 'over' },
  restSeconds: 0,
}

describe.skipIf(OBS_LACKS.length > 0)(
  `OBS after a kill${OBS_LACKS.length > 0 ? ` (missing: ${OBS_LACKS.join(', ')})` : ''}`,
  () => {
    let raw: OBSWebSocket
    let real: RealObs
    let psiona: RunningPsiona
    let dataDir = ''

    const left = () => join(dataDir, 'obs-left.json')
    const levelDb = async (inputName: string) => (await raw.call('GetInputVolume', { inputName })).inputVolumeDb
    const scene = async () => (await raw.call('GetCurrentProgramScene')).currentProgramSceneName
    const isMuted = async () => (await raw.call('GetInputMute', { inputName: 'jingle' })).inputMuted
    const rejoin = async () => {
      raw = new OBSWebSocket()
      await raw.connect(`ws://127.0.0.1:${real.port}`, real.password)
    }
    const start = async () => {
      psiona = await startPsiona({ dataDir })
    }
    const connected = () =>
      expect.poll(async () => (await psiona.api('GET', '/api/obs', ObsState)).link, { timeout: 30_000 }).toBe('connected')
    const over = () => expect.poll(() => existsSync(left()), { timeout: 30_000, interval: 50 }).toBe(false)
    /** With the music quiet, the jingle mute and the party on. */
    const killedWhileShe = async (speaks: string) => {
      await psiona.api('POST', '/api/say', SayReply, { text: speaks })
      await expect.poll(() => levelDb('music'), { timeout: 20_000, interval: 50 }).toBeCloseTo(MUSIC_DB - BY_DB, 1)
      await expect.poll(async () => [await scene(), await isMuted()], { timeout: 10_000 }).toEqual(['Party', true])
      expect(statSync(left()).mode & 0o777).toBe(0o600)
      const gone = once(psiona.process, 'exit')
      psiona.process.kill('SIGKILL')
      await gone
      expect([await scene(), await isMuted()]).toEqual(['Party', true])
      expect(await levelDb('music')).toBeCloseTo(MUSIC_DB - BY_DB, 1)
    }
    const LONG = 'Listen to me for a moment, the music can wait until I have told you everything there is to tell about this.'

    beforeEach(async () => {
      real = await startRealObs({ scenes: ['Game', 'Party', 'Be right back'] })
      await rejoin()
      for (const inputName of ['music', 'jingle'])
        await raw.call('CreateInput', { sceneName: 'Game', inputName, inputKind: 'ffmpeg_source' })
      await raw.call('SetInputVolume', { inputName: 'music', inputVolumeDb: MUSIC_DB })
      dataDir = mkdtempSync(join(tmpdir(), 'psiona-left-'))
      writeFileSync(join(dataDir, 'secrets.json'), JSON.stringify({ 'obs-password': real.password }), { mode: 0o600 })
      writeFileSync(left(), '[{"host":"127.0.0.1","po')
      await start()
      const settings = await psiona.api('GET', '/api/settings', Settings)
      const duck = { ...settings.obs.duck, on: true, inputs: ['music'], byDb: BY_DB, attackMs: 100, releaseMs: 200 }
      await psiona.api('PUT', '/api/settings', Settings, {
        ...settings,
        obs: { ...settings.obs, on: true, port: real.port, duck, rules: [SPEAKING] },
      })
      await connected()
    })
    afterEach(async () => {
      await raw?.disconnect()
      // One that was killed cannot be stopped.
      if (psiona?.process.signalCode === null) await psiona.stop()
      if (dataDir) rmSync(dataDir, { recursive: true, force: true })
      await real?.close()
    })

    it('[R116] the next start brings back level, mute and scene, says so, and ends without a trace', async () => {
      await killedWhileShe(LONG)
      await start()
      await over()
      expect(await levelDb('music')).toBeCloseTo(MUSIC_DB, 1)
      expect([await scene(), await isMuted()]).toEqual(['Game', false])
      const { parts } = await psiona.health()
      expect(parts.find(({ part }) => part === 'obs')?.detail).toContain('brought back')
      // And she ducks as ever.
      await psiona.api('POST', '/api/say', SayReply, { text: 'There I am again.' })
      await expect.poll(() => levelDb('music'), { timeout: 20_000, interval: 50 }).toBeCloseTo(MUSIC_DB - BY_DB, 1)
      await psiona.stop({ keepData: true })
      expect(await levelDb('music')).toBeCloseTo(MUSIC_DB, 1)
      expect(await scene()).toBe('Game')
      expect(existsSync(left())).toBe(false)
      // The one from before all that could not be read, and was in nobody's way.
      expect(readdirSync(dataDir).filter((name) => name.startsWith('obs-left.broken-'))).toHaveLength(1)
    })

    it('[R116] what a hand changed in between stays, the rest is brought back', async () => {
      await killedWhileShe(LONG)
      await raw.call('SetInputVolume', { inputName: 'music', inputVolumeDb: -2 })
      await raw.call('SetCurrentProgramScene', { sceneName: 'Be right back' })
      await start()
      await over()
      expect(await levelDb('music')).toBeCloseTo(-2, 1)
      expect([await scene(), await isMuted()]).toEqual(['Be right back', false])
    })

    it('[R116] an OBS that was closed meanwhile has saved the quiet music, and gets it back', async () => {
      await killedWhileShe(LONG)
      await raw.disconnect()
      await real.kill('SIGINT')
      await start()
      expect(JSON.parse(readFileSync(left(), 'utf8'))).not.toEqual([])
      await real.restart()
      await rejoin()
      await over()
      expect(await levelDb('music')).toBeCloseTo(MUSIC_DB, 1)
      expect([await scene(), await isMuted()]).toEqual(['Game', false])
    })
  },
)
