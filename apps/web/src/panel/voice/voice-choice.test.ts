import type { VoiceChoice } from '@psiona/shared'
import { expect, test } from 'vitest'
import { sameVoice, triable, voiceTitle } from './voice-choice'

const psi: VoiceChoice = { kind: 'psi' }
const kokoro: VoiceChoice = { kind: 'sherpa', model: 'kokoro-en', speaker: 3, speed: 1 }
const server: VoiceChoice = { kind: 'openai', baseUrl: 'http://10.0.0.2:8880/v1', model: 'kokoro', voice: 'af_heart', speed: 1 }

test('choices are the same by what they sound like', () => {
  expect(sameVoice(kokoro, { ...kokoro })).toBe(true)
  expect(sameVoice(kokoro, { ...kokoro, speaker: 4 })).toBe(false)
  expect(sameVoice(server, { ...server, reference: 'me' })).toBe(false)
  expect(sameVoice(psi, kokoro)).toBe(false)
})

test('what can be tried: her own first, each once, and what is in use although nobody found it', () => {
  const found = [
    { choice: kokoro, title: 'Kokoro', detail: '' },
    { choice: psi, title: 'ψ', detail: '' },
  ]
  expect(triable(found, server)).toEqual([psi, kokoro, server])
  expect(triable(found, kokoro)).toEqual([psi, kokoro])
  expect(triable([], psi)).toEqual([psi])
})

test('a choice is called as it was found, else by its own words', () => {
  expect(voiceTitle(kokoro, [{ choice: kokoro, title: 'Kokoro', detail: '' }])).toBe('Kokoro')
  expect(voiceTitle(kokoro, [])).toBe('kokoro-en, speaker 3')
  expect(voiceTitle(server, [])).toBe('af_heart of 10.0.0.2')
})
