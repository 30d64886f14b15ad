// In: a take. Out: the files that can be made of it, each with its mark that a machine spoke.
import type { RenderedVoice } from '@psiona/shared'

export interface ExportFile {
  readonly label: string
  readonly name: string
  readonly type: string
  /** Base64 for a sound, else its text. */
  readonly body: { readonly base64: string } | { readonly text: string }
}

/** Longer names are cut by some systems, and read by nobody. */
const NAME_LETTERS = 40

/** "The second phase is faster!" → the-second-phase-is-faster */
export function fileStem(text: string): string {
  const stem = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
  const short = [...stem].slice(0, NAME_LETTERS).join('')
  // Cut between words where there are any.
  const whole = short.length < stem.length ? short.replace(/-[^-]*$/, '') : short
  return whole || 'take'
}

const STREAM_LABELS: Readonly<Record<string, string>> = { oculus: 'Oculus', arkit: 'ARKit', aiueo: 'A I U E O' }

export function exportFiles(rendered: RenderedVoice, text: string, productVersion: string): ExportFile[] {
  const stem = `psiona-${fileStem(text)}`
  const json = (what: object) => ({
    text: `${JSON.stringify({ ai: { generated: true, software: `Psiona ${productVersion}`.trim() }, ...what }, null, 1)}\n`,
  })
  const { wav, captions, face, visemeStreams } = rendered
  return [
    { label: 'WAV', name: `${stem}.wav`, type: 'audio/wav', body: { base64: wav } },
    { label: 'WebVTT', name: `${stem}.vtt`, type: 'text/vtt', body: { text: captions.vtt } },
    { label: 'SRT', name: `${stem}.srt`, type: 'application/x-subrip', body: { text: captions.srt } },
    ...visemeStreams.map(({ set, fps, channels, frames }) => ({
      label: STREAM_LABELS[set] ?? set,
      name: `${stem}.${set}.json`,
      type: 'application/json',
      body: json({ set, fps, channels, frames }),
    })),
    { label: 'Face', name: `${stem}.face.json`, type: 'application/json', body: json({ set: 'psiona', ...face }) },
  ]
}
