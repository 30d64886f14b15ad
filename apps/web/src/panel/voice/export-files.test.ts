import { expect, test } from 'vitest'
import { exportFiles, fileStem } from './export-files'

const rendered = {
  wav: 'UklGRg==',
  audioSeconds: 1,
  renderMs: 1,
  loudnessLufs: -18,
  truePeakDbtp: -1,
  face: { fps: 60, channels: ['mouthOpen'], frames: [[0.1]] },
  words: [],
  visemes: [],
  captions: { vtt: 'WEBVTT\n', srt: '1\n' },
  visemeStreams: [
    { set: 'oculus', fps: 60, channels: ['sil'], frames: [[1]] },
    { set: 'arkit', fps: 60, channels: ['jawOpen'], frames: [[0]] },
    { set: 'aiueo', fps: 60, channels: ['A'], frames: [[0]] },
  ],
  notes: [],
}

test('names come from the text', () => {
  expect(fileStem('The second phase is faster!')).toBe('the-second-phase-is-faster')
  expect(fileStem('Çok güzel, ça va?')).toBe('cok-guzel-ca-va')
  expect(fileStem('  ../..\\x:y?  ')).toBe('x-y')
  expect(fileStem('!!!')).toBe('take')
  expect(fileStem(`${'word '.repeat(30)}`)).toBe('word-word-word-word-word-word-word-word')
  expect(fileStem('a'.repeat(90))).toHaveLength(40)
})

test('every file there is, and each has a name of its own', () => {
  const files = exportFiles(rendered, 'Hello there.', '0.1.0')
  expect(files.map(({ name }) => name)).toEqual([
    'psiona-hello-there.wav',
    'psiona-hello-there.vtt',
    'psiona-hello-there.srt',
    'psiona-hello-there.oculus.json',
    'psiona-hello-there.arkit.json',
    'psiona-hello-there.aiueo.json',
    'psiona-hello-there.face.json',
  ])
})

test('figures say that a machine spoke', () => {
  for (const { body, type } of exportFiles(rendered, 'Hello.', '0.1.0')) {
    if (type !== 'application/json' || !('text' in body)) continue
    expect(JSON.parse(body.text)).toMatchObject({ ai: { generated: true, software: 'Psiona 0.1.0' }, fps: 60 })
  }
})
