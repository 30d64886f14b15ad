import { VoiceChoice } from '@psiona/shared'
import { expect, it } from 'vitest'
import { spokenLanguage } from './spoken-language'

const installed = [
  { id: 'thorsten', languages: ['de'] },
  { id: 'kokoro', languages: ['en'] },
]
const sherpa = (model: string) => VoiceChoice.parse({ kind: 'sherpa', model })
const psi = VoiceChoice.parse({ kind: 'psi' })
const server = VoiceChoice.parse({ kind: 'openai', baseUrl: 'http://127.0.0.1:8880', model: 'm', voice: 'v' })

it.each([
  ['her own voice, which can read it', 'de-AT', psi, 'ok', 'de-AT'],
  ['her own voice, which cannot', 'de', psi, 'trouble', 'en'],
  ['her own voice, before anybody has looked', 'de', psi, null, 'en'],
  ['a model of that language', 'de-AT', sherpa('thorsten'), 'trouble', 'de-AT'],
  ['a model of another language', 'de', sherpa('kokoro'), 'ok', 'en'],
  ['a model that is not there', 'de', sherpa('gone'), 'ok', 'en'],
  ['a server, which does not say', 'de', server, 'ok', 'en'],
] as const)('is what the voice is known to have: %s', (_, wanted, voice, state, spoken) => {
  expect(spokenLanguage({ wanted, voice, installed, ownVoice: state && { state } })).toBe(spoken)
})
