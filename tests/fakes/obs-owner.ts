// An Obs for tests, as the assembly builds one. In: where OBS is, its password. Out: it, and waiting until something is so.
import { defaultSettings, type ObsSettings, type Settings } from '@psiona/shared'
import { type Clock, systemClock } from '../../apps/server/src/clock'
import { createObs, type Obs, type ObsNow } from '../../apps/server/src/hooks/obs/obs'

export const TOKEN = 'an-overlay-token-that-nobody-may-see-1234567'

export interface ObsOwner {
  readonly obs: Obs
  readonly troubles: unknown[]
  /** What is kept in a file otherwise; null = none. */
  password: string | null
  token: string
  put(change: Partial<ObsSettings>): Settings
  /** Resolves with the state as soon as it is so. */
  when(what: string, is: (state: ObsNow) => boolean, withinMs?: number): Promise<ObsNow>
  close(): Promise<void>
}

/** Time goes so much faster for everybody who waits; what comes over the network does not. */
export const hurried = (times: number): Clock => ({
  ...systemClock,
  sleep: (ms, signal) => systemClock.sleep(ms / times, signal),
})

export function createObsOwner(port: number, password: string | null, clock: Clock = systemClock): ObsOwner {
  let settings = defaultSettings()
  const owner: ObsOwner = {
    troubles: [],
    password,
    token: TOKEN,
    obs: createObs({
      clock,
      secrets: {
        read: () => owner.password,
        write: () => {},
      },
      overlayUrl: () => `http://localhost:4747/overlay#token=${owner.token}`,
      settings: () => settings.obs,
      onTrouble: (cause) => void owner.troubles.push(cause),
    }),
    put(change) {
      settings = { ...settings, obs: { ...settings.obs, ...change } }
      owner.obs.settle(settings)
      return settings
    },
    when: (what, is, withinMs = 15_000) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const state = owner.obs.state()
          if (!is(state)) return
          stop()
          resolve(state)
        }
        const timer = setTimeout(() => {
          stop()
          reject(new Error(`not within ${withinMs} ms: ${what}\n${JSON.stringify(owner.obs.state(), null, 1).slice(0, 3000)}`))
        }, withinMs)
        const unsubscribe = owner.obs.changes.subscribe(look)
        const stop = () => {
          clearTimeout(timer)
          unsubscribe()
        }
        look()
      }),
    close: () => owner.obs.close(),
  }
  owner.put({ on: true, host: '127.0.0.1', port })
  return owner
}

/** Connected, and read once. */
export const isReady = ({ link, scene }: ObsNow): boolean => link === 'connected' && scene !== ''
