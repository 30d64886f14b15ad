import { RenderVoiceRequest, VoiceDials } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import {
  DIALLED,
  dialled,
  FIRST_SETUP,
  type MadeTake,
  OWN,
  savedDials,
  shownDials,
  staleness,
  type TakeSetup,
  takeRequest,
  withFeeling,
  withVoice,
} from './take'

const own = VoiceDials.parse({ pitchHz: 224 })
const dark = VoiceDials.parse({ pitchHz: 150 })
const known = { own, named: [{ id: 'dark', title: 'Dark', detail: '', dials: dark }] }
const kokoro = { kind: 'sherpa', model: 'kokoro-en', speaker: 3, speed: 1 } as const
const turned = dialled(FIRST_SETUP, { ...own, breath: 0.5 }, known)

describe('the dials of a take', () => {
  it('show the chosen voice', () => {
    expect(shownDials(FIRST_SETUP, known)).toEqual(own)
    expect(shownDials(withVoice(FIRST_SETUP, 'dark'), known)).toEqual(dark)
    expect(shownDials(FIRST_SETUP, { own: null, named: [] })).toBeNull()
  })
  it('turned, they are a voice of their own that knows where it started', () => {
    expect(turned).toMatchObject({ voice: DIALLED, startedFrom: OWN })
    expect(shownDials(turned, known)?.breath).toBe(0.5)
    expect(savedDials(turned, known)).toEqual(own)
  })
  it('turned back, they are that voice again', () => {
    expect(dialled(turned, { ...own }, known)).toMatchObject({ voice: OWN, dialled: null })
  })
  it('are kept while another voice is listened to', () => {
    const away = withVoice(turned, 'dark')
    expect(shownDials(away, known)).toEqual(dark)
    expect(shownDials(withVoice(away, DIALLED), known)?.breath).toBe(0.5)
    expect(savedDials(withVoice(away, DIALLED), known)).toEqual(own)
  })
})

describe('the request of a take', () => {
  const request = (...args: Parameters<typeof takeRequest>) => RenderVoiceRequest.parse(takeRequest(...args))
  it('carries the dials of its voice, and the language when there is one', () => {
    expect(request(FIRST_SETUP, 'Hi.', '', known)).toEqual({
      text: 'Hi.',
      engine: { kind: 'psi' },
      emotion: {},
      seed: 1,
      dials: own,
    })
    expect(request(withVoice(FIRST_SETUP, 'dark'), 'Hi.', ' de ', known)).toMatchObject({ dials: dark, language: 'de' })
    expect(request(turned, 'Hi.', '', known).dials?.breath).toBe(0.5)
  })
  it('leaves unknown dials to the server, and other engines without any', () => {
    expect(request(FIRST_SETUP, 'Hi.', '', { own: null, named: [] })).not.toHaveProperty('dials')
    expect(request({ ...turned, engine: kokoro }, 'Hi.', '', known)).not.toHaveProperty('dials')
  })
})

describe('a take is stale', () => {
  const request = (setup: TakeSetup, text = 'Hi.', language = '') => takeRequest(setup, text, language, known)
  const rendered = {
    wav: '',
    audioSeconds: 0,
    renderMs: 0,
    loudnessLufs: null,
    truePeakDbtp: null,
    face: { fps: 60, channels: [], frames: [] },
    words: [],
    visemes: [],
    captions: { vtt: '', srt: '' },
    visemeStreams: [],
    notes: [],
  }
  const made = (setup: TakeSetup): MadeTake => ({
    sound: { rateHz: 24_000, samples: new Int16Array() },
    rendered,
    request: request(setup),
  })
  it('not while all is as it was, whatever the objects', () => {
    expect(staleness(made(turned), request(structuredClone(turned)))).toBeNull()
    expect(staleness(made(turned), request(withFeeling(withFeeling(turned, 'joy', 0.5), 'joy', 0)))).toBeNull()
  })
  it('not when its dials have become the character’s own', () => {
    const saved = { own: { ...own, breath: 0.5 }, named: [] }
    expect(staleness(made(turned), takeRequest(FIRST_SETUP, 'Hi.', '', saved))).toBeNull()
    expect(staleness(made(FIRST_SETUP), takeRequest(FIRST_SETUP, 'Hi.', '', saved))).toBe('setup')
  })
  it('by another text or language before all else', () => {
    expect(staleness(made(turned), request(FIRST_SETUP, 'Ho.'))).toBe('text')
    expect(staleness(made(turned), request(turned, 'Hi.', 'de'))).toBe('text')
  })
  it('by another voice, dial, feeling or engine', () => {
    for (const setup of [
      withVoice(turned, OWN),
      dialled(turned, { ...own, breath: 0.6 }, known),
      withFeeling(turned, 'joy', 0.5),
      { ...turned, engine: kokoro },
    ])
      expect(staleness(made(turned), request(setup))).toBe('setup')
  })
  it('not by a dial that its engine does not have', () => {
    expect(staleness(made({ ...turned, engine: kokoro }), request({ ...FIRST_SETUP, engine: kokoro }))).toBeNull()
  })
})
