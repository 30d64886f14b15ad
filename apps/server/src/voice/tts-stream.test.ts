// Sound as it comes over a wire, in every form and cut anywhere.
import { describe, expect, it } from 'vitest'
import { bare, expectRamp, RAMP, wav } from '../../../../tests/fakes/ramp-sounds'
import { piecesOf, soundOf } from '../../../../tests/suites/tts-suite'
import { soundOfEvents } from './tts-server.external'
import { soundIn } from './tts-stream'

async function* cutIn(bytes: Uint8Array, length: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
}
const CUTS = [100_000, 1, 7, 45]
const heard = async (bytes: Uint8Array, contentType: string, cut = 100_000) =>
  soundOf(await piecesOf(soundIn(cutIn(bytes, cut), contentType)))

describe('sound on its way', () => {
  it.each([
    ['16 bit', {}, 1e-4],
    ['8 bit', { bits: 8 }, 0.01],
    ['24 bit', { bits: 24 }, 1e-6],
    ['32 bit', { bits: 32 }, 1e-6],
    ['float', { bits: 32, float: true }, 1e-7],
    ['extensible', { extensible: true }, 1e-4],
    ['stereo at 22050 Hz', { channels: 2, rate: 22_050 }, 1e-4],
    ['unknown length', { length: 0xffff_ffff }, 1e-4],
    ['length of a pipe', { length: 0x7fff_f000 }, 1e-4],
    ['length zero', { length: 0 }, 1e-4],
  ])('as wav of %s', async (_, options, within) => {
    for (const cut of CUTS) {
      const { pcm, sampleRate } = await heard(wav(options), 'audio/wav', cut)
      expect(sampleRate).toBe('rate' in options ? options.rate : 24_000)
      expectRamp(pcm, within)
    }
  })

  it('as a wav file for each sentence; what stands behind the last is left out', async () => {
    for (const cut of CUTS) {
      const { pcm } = await heard(Buffer.concat([wav({}), wav({}), Buffer.from('LIST more')]), 'audio/wav', cut)
      expect(pcm.length).toBe(2 * RAMP.length)
    }
    await expect(heard(Buffer.concat([wav({}), wav({ rate: 16_000 })]), 'audio/wav')).rejects.toThrow(RangeError)
  })

  it('as bare samples, at 24 kHz or the rate that is named', async () => {
    for (const [type, rate] of [
      ['audio/pcm', 24_000],
      ['application/octet-stream', 24_000],
      ['audio/L16; rate=16000; channels=1', 16_000],
    ] as const)
      for (const cut of CUTS) {
        const { pcm, sampleRate } = await heard(bare(), type, cut)
        expect(sampleRate).toBe(rate)
        expectRamp(pcm, 1e-4)
      }
  })

  it('in events, with wav or bare samples in them', async () => {
    const event = (sound: Uint8Array) =>
      `event: speech.audio.delta\r\ndata: ${JSON.stringify({ type: 'speech.audio.delta', audio: Buffer.from(sound).toString('base64') })}\r\n\r\n`
    for (const sound of [bare(), wav({})])
      for (const end of ['data: {"type":"speech.audio.done"}\n\n', 'data: [DONE]\n\n', ''])
        for (const cut of CUTS) {
          const text = `: hello\n\n${event(sound.subarray(0, 333))}data: {"type":"speech.usage"}\n\n${event(sound.subarray(333))}${end}`
          const { pcm } = soundOf(await piecesOf(soundIn(soundOfEvents(cutIn(Buffer.from(text), cut)), '')))
          expectRamp(pcm, 1e-4)
        }
  })

  it('that is none is told', async () => {
    const none = [
      Buffer.alloc(0),
      Buffer.from('RIFF\xff\xff\xff\x7fWAVE', 'latin1'),
      wav({ rate: 1 }),
      wav({ channels: 9 }),
      Buffer.concat([Buffer.from('RIFF1234WAVELIST'), Buffer.from([0, 0, 16, 0]), Buffer.alloc(70_000)]),
    ]
    for (const bytes of none) await expect(heard(bytes, 'audio/wav')).rejects.toThrow(RangeError)
  })
})
