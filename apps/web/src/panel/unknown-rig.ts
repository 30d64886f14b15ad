// What the panel holds of OBS, Twitch, safety, load and the chat's mood until the server has told: nothing connected, nothing wrong.
import type { ChatMood, LoadState, ObsState, SafetyState, TwitchState } from '@psiona/shared'

export const UNKNOWN_SAFETY: SafetyState = {
  panic: false,
  policy: { name: 'private', why: '' },
  silent: '',
  held: [],
  care: [],
  counts: { heldBack: 0, linesRefused: 0, approved: 0, skipped: 0 },
}

export const UNKNOWN_OBS: ObsState = {
  link: 'off',
  detail: '',
  version: '',
  hasPassword: false,
  scene: '',
  scenes: [],
  sources: [],
  inputs: [],
  streaming: false,
  recording: 'no',
  studioMode: false,
  load: null,
  setup: [],
  inForce: [],
  ducking: false,
}

export const UNKNOWN_TWITCH: TwitchState = {
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

export const UNKNOWN_LOAD: LoadState = {
  cpu: { own: 0, all: 0 },
  loopLagMs: 0,
  lateBlocks: 0,
  obs: null,
  pressure: 0,
  savings: [],
  steps: [],
  why: '',
}

export const QUIET_CHAT: ChatMood = {
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
