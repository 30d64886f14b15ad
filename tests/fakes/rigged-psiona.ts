// A real Psiona with everything around her on loopback: OBS with a password, Twitch signed in, a model server. In: more of the settings. Out: all of them, the secrets she was given, and one close.
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defaultSettings, ObsState, type Settings, TwitchState } from '@psiona/shared'
import { TWITCH_SCOPES } from '../../apps/server/src/hooks/twitch/twitch-scopes'
import { type RunningPsiona, startPsiona } from '../e2e/psiona'
import { type ObsServer, startObsServer } from './obs-server'
import { type OpenaiServer, openaiServer } from './openai-server'
import { startTwitchApi, type TwitchApi } from './twitch-api'
import { CLIENT_ID } from './twitch-api-id'
import { startTwitchServer, type TwitchServer } from './twitch-server'

export const CHANNEL = 'psiona_test'

export interface RiggedPsiona {
  readonly psiona: RunningPsiona
  readonly obs: ObsServer
  readonly twitch: TwitchServer
  readonly api: TwitchApi
  readonly model: OpenaiServer
  /** What must be nowhere but in secrets.json and at those who issued it. */
  readonly secrets: readonly string[]
  close(): Promise<void>
}

export async function startRiggedPsiona(more: (settings: Settings) => Partial<Settings> = () => ({})): Promise<RiggedPsiona> {
  const password = 'obs canary 7f3a/%"é'
  const [obs, twitch, api, model] = await Promise.all([
    startObsServer({ password }),
    startTwitchServer(),
    startTwitchApi({ wallMs: Date.now }),
    openaiServer(),
  ])
  obs.scenes.push({ name: 'Game', items: [] }, { name: 'Private', items: [] })
  obs.program = 'Game'
  for (const name of ['music', 'mic']) obs.addInput('Game', name, 'pulse_output_capture')
  const { accessToken, refreshToken } = api.signIn.issue('Psiona', TWITCH_SCOPES)
  const login = { clientId: CLIENT_ID, accessToken, refreshToken, userId: '', name: '', scopes: [] }
  const plain = defaultSettings()
  const set: Settings = {
    ...plain,
    load: { ...plain.load, mode: 'off' },
    mind: { kind: 'openai', baseUrl: model.baseUrl, model: 'tiny' },
    obs: { ...plain.obs, on: true, port: obs.port },
    twitch: { ...plain.twitch, channel: CHANNEL, clientId: CLIENT_ID },
    chat: { ...plain.chat, cooldownSeconds: 0 },
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'psiona-rigged-'))
  const write = (name: string, content: unknown) => writeFileSync(join(dataDir, name), JSON.stringify(content), { mode: 0o600 })
  write('settings.json', { ...set, ...more(set) })
  write('secrets.json', { 'obs-password': password, 'twitch-login': JSON.stringify(login) })
  const psiona = await startPsiona({
    dataDir,
    environment: { PSIONA_TWITCH_SERVER: `127.0.0.1:${twitch.port}`, PSIONA_TWITCH_API: String(api.port) },
  })
  await twitch.joined(CHANNEL)
  const patiently = async (isSo: () => Promise<boolean>) => {
    while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 50))
  }
  await patiently(async () => (await psiona.api('GET', '/api/obs', ObsState)).link === 'connected')
  await patiently(async () => (await psiona.api('GET', '/api/twitch', TwitchState)).login === 'signed-in')
  return {
    ...{ psiona, obs, twitch, api, model },
    secrets: [password, accessToken, refreshToken],
    async close() {
      await psiona.stop()
      await Promise.all([obs.close(), twitch.close(), api.close(), model.close()])
    },
  }
}
