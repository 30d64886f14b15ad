// A recording goes to a server that says it takes one, in the form it says, and to nobody else.
import { Problem } from '@psiona/shared'
import { afterEach, describe, expect, it } from 'vitest'
import { fakeClock } from '../../../../tests/fakes/clock'
import { wav } from '../../../../tests/fakes/ramp-sounds'
import { describedWith, type SpeechServer, speechServer } from '../../../../tests/fakes/speech-server'
import { SHORT, say } from '../../../../tests/suites/tts-suite'
import type { Tts } from '../organs'
import { ttsOpenai } from './tts-openai'

let server: SpeechServer
let tts: Tts
const open = async (description: unknown, reference: () => Promise<Uint8Array>) => {
  server = await speechServer({ description })
  server.script({ kind: 'bytes', contentType: 'audio/wav', bytes: wav({}) })
  tts = ttsOpenai({ clock: fakeClock(), baseUrl: server.baseUrl, model: 'kokoro', voice: 'af_heart', speed: 1, reference })
}
afterEach(async () => {
  await tts.close()
  await server.close()
})

describe('a recording to imitate', () => {
  const recording = wav({ rate: 16_000 })
  const reference = async () => recording
  it('is sent in the JSON to a server that says it takes it so', async () => {
    const description = describedWith(
      '/v1/audio/speech',
      'application/json',
      'input',
      'ref_audio',
      'task_type',
      'x_vector_only_mode',
    )
    await open(description, reference)
    await say(tts, SHORT)
    expect(server.asked[0]).toMatchObject({
      path: '/v1/audio/speech',
      fields: {
        input: SHORT,
        ref_audio: `data:audio/wav;base64,${recording.toString('base64')}`,
        task_type: 'Base',
        x_vector_only_mode: true,
      },
    })
  })
  it('is sent as a file to a server that says it takes it so, with the fields it knows', async () => {
    const description = describedWith('/v1/audio/speech/upload', 'multipart/form-data', 'input', 'voice_file', 'response_format')
    await open(description, reference)
    await say(tts, SHORT)
    const [{ path, fields, file } = { path: '', fields: {}, file: null }] = server.asked
    expect([path, fields]).toEqual(['/v1/audio/speech/upload', { input: SHORT, response_format: 'wav' }])
    expect(Buffer.from(file ?? []).equals(recording)).toBe(true)
  })
  it.each([
    undefined,
    { hello: 1 },
    describedWith('/v1/audio/speech', 'application/json', 'input', 'voice'),
    describedWith('/v1/other', 'application/json', 'ref_audio'),
  ])('is sent to nobody who does not say so (%#)', async (description) => {
    await open(description, reference)
    await expect(say(tts, SHORT)).rejects.toMatchObject({ code: 'voice-no-imitation', category: 'refused' })
    expect(server.asked).toEqual([])
  })
  it('without its consent is not sent: the line fails with the reason', async () => {
    const none = new Problem('no-such-reference', 'missing', 'There is no such recording. Choose another one.')
    const description = describedWith('/v1/audio/speech', 'application/json', 'input', 'ref_audio')
    await open(description, () => Promise.reject(none))
    await expect(say(tts, SHORT)).rejects.toBe(none)
    expect(server.asked).toEqual([])
    expect(tts.health().state).toBe('trouble')
  })
})
