// OBS, Twitch, safety, load and the mood of the chat as a quiet evening has them: what a fake house answers. In: nothing. Out: plausible states.
import type { AuditEntry, ChatMood, LoadState, ObsState, SafetyState, TwitchState } from '@psiona/shared'

export const aSafety: SafetyState = {
  panic: false,
  policy: { name: 'private', why: 'private, because nobody watches' },
  silent: '',
  held: [],
  care: [],
  counts: { heldBack: 0, linesRefused: 0, approved: 0, skipped: 0 },
}

export const anObs: ObsState = {
  link: 'connected',
  detail: '',
  version: 'OBS 30.2.3, obs-websocket 5.5.2',
  hasPassword: true,
  scene: 'Game',
  scenes: [
    { name: 'Starting soon', moment: 'starting', guessed: true },
    { name: 'Game', moment: 'live', guessed: true },
    { name: 'Be right back', moment: 'break', guessed: true },
  ],
  sources: [
    { name: 'Psiona', kind: 'browser_source', visible: true },
    { name: 'Capture', kind: 'game_capture', visible: true },
  ],
  inputs: [
    { name: 'Psiona', kind: 'browser_source', audio: { muted: false, db: 0 }, filters: [] },
    {
      name: 'Desktop audio',
      kind: 'pulse_output_capture',
      audio: { muted: false, db: -6 },
      filters: [{ name: 'Low pass', kind: 'eq_filter', enabled: false }],
    },
    { name: 'Capture', kind: 'game_capture', audio: null, filters: [] },
  ],
  streaming: false,
  recording: 'no',
  studioMode: false,
  load: { cpuPercent: 6, fps: 60, lateFrames: 0, skippedFrames: 0 },
  setup: [
    { id: 'browser-source', title: 'Browser source', state: 'done', toDo: '' },
    {
      id: 'own-audio',
      title: 'Sound of her own',
      state: 'open',
      toDo: 'Tick “Control audio via OBS” in the properties of the source.',
    },
  ],
  inForce: [],
  ducking: false,
}

export const aTwitch: TwitchState = {
  channel: '',
  login: 'none',
  name: '',
  scopes: [],
  device: null,
  events: [],
  waitingToWrite: 0,
  moderator: false,
  detail: '',
}

export const aLoad: LoadState = {
  cpu: { own: 4, all: 30 },
  loopLagMs: 2,
  lateBlocks: 0,
  obs: null,
  pressure: 0.3,
  savings: [],
  steps: [
    {
      saving: 'smaller-model',
      inForce: false,
      applies: false,
      title: 'A smaller model',
      detail: 'The built-in mind answers already.',
    },
    { saving: 'own-voice', inForce: false, applies: false, title: 'Her own voice', detail: 'It is hers already.' },
    {
      saving: 'lower-fps',
      inForce: false,
      applies: true,
      title: 'Fewer frames',
      detail: '24 a second instead of what the screen shows.',
    },
    { saving: 'puppet', inForce: false, applies: true, title: 'The puppet', detail: 'Drawn without Live2D.' },
  ],
  why: 'There is room.',
}

export const aChatMood: ChatMood = {
  linesPerSecond: 0,
  laughs: 0,
  cheers: 0,
  sad: 0,
  angry: 0,
  asks: 0,
  summary: '',
  themes: [],
  skipped: 0,
}

export const anAuditEntry: AuditEntry = {
  at: 1_700_000_000_000,
  kind: 'held-back',
  offence: 'link',
  rule: 'link:domain',
  platform: 'twitch',
  turnId: 'turn-1',
}
