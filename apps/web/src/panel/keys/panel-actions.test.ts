import { defaultSettings } from '@psiona/shared'
import { expect, test } from 'vitest'
import { type ActionReach, panelActions } from './panel-actions'

const done: unknown[] = []
const reach = (settings = defaultSettings()): ActionReach => ({
  go: () => undefined,
  stop: () => undefined,
  panic: async (on) => {
    done.push({ panic: on })
    return { ok: true, value: null }
  },
  panicking: false,
  compose: () => undefined,
  showKeys: () => undefined,
  copyOverlay: async () => ({ ok: true, value: null }),
  change: async (changes) => {
    done.push(changes)
    return { ok: true, value: null }
  },
  switchMicrophone: async (change) => {
    done.push(change)
    return { ok: true, value: null }
  },
  microphone: { source: null, mode: 'open', muted: false, held: false },
  settings,
  theme: { choice: 'dark', shown: 'dark', choose: () => undefined },
})
const ids = (settings = defaultSettings()) => panelActions(reach(settings)).map(({ id }) => id)

test('only what would change something is offered', () => {
  const first = ids()
  expect(first).toContain('stop')
  expect(first).not.toContain('subtitles-boxed')
  expect(first).not.toContain('builtin')
  expect(first).not.toContain('theme-dark')
  expect(first).toEqual(expect.arrayContaining(['/ears', 'mic-push-to-talk', 'mic-muted']))
  expect(first).not.toContain('mic-open')
  const later = {
    ...defaultSettings(),
    mind: { kind: 'openai', baseUrl: 'http://127.0.0.1:11434/v1', model: 'm' } as const,
    twitch: { ...defaultSettings().twitch, channel: 'psiona' },
  }
  expect(ids(later)).toEqual(expect.arrayContaining(['builtin', 'twitch-off']))
})

test('every action has an id of its own', () => {
  expect(new Set(ids()).size).toBe(ids().length)
})

test('an action changes its setting and leaves its neighbours', () => {
  panelActions(reach())
    .find(({ id }) => id === 'badge')!
    .run()
  expect(done.at(-1)).toEqual({ overlay: { ...defaultSettings().overlay, badge: false } })
})

test('panic is offered as what it would do', () => {
  const offered = (panicking: boolean) =>
    panelActions({ ...reach(), panicking }).filter(({ id }) => id === 'panic' || id === 'panic-off')
  expect(offered(false).map(({ id, keys }) => [id, keys])).toEqual([['panic', ['F8']]])
  expect(offered(true).map(({ id }) => id)).toEqual(['panic-off'])
  offered(true)[0]!.run()
  expect(done.at(-1)).toEqual({ panic: false })
})

test('mute is said as what it would do', () => {
  const mute = (muted: boolean) =>
    panelActions({ ...reach(), microphone: { ...reach().microphone, muted } }).find(({ id }) => id === 'mute')!
  expect(mute(false).label).toBe('Mute the microphone')
  expect(mute(true).label).toBe('Unmute the microphone')
  mute(true).run()
  expect(done.at(-1)).toEqual({ muted: false })
})
