// How a recording to imitate is handed to a speech server, and whether it takes one at all: a server says so in its own description, and to
// one that does not, nothing is sent. In: where it is. Out: a body for each line.
import { type HttpBody, httpRequest, jsonBody, multipart, shortText } from '../http-request'
import type { TtsAddresses } from './tts-address'
import { fieldsTaken, jsonIn } from './tts-server.external'

const MOST_DESCRIPTION_BYTES = 4_000_000

export type TtsFields = Readonly<Record<string, string | number | boolean>>
export interface Imitation {
  readonly url: URL
  /** `wav`: the recording. Fields that the server does not know are left out. */
  body(fields: TtsFields, wav: Uint8Array): Promise<HttpBody>
}

/** Two forms: `ref_audio` in the JSON (vLLM-Omni, VoxCPM, Qwen3-TTS servers), or a form with `voice_file` at …/speech/upload (Chatterbox TTS API).
 *  Null: it takes neither. @throws the socket's error, or the signal's reason */
export async function findImitation({ speech, description }: TtsAddresses, signal: AbortSignal): Promise<Imitation | null> {
  const { status, bytes } = await httpRequest({ url: description, signal })
  const text = await shortText(bytes, MOST_DESCRIPTION_BYTES)
  const said = status === 200 ? jsonIn(text) : null
  const json = fieldsTaken(said, /\/audio\/speech$/, 'application/json')
  if (json?.has('ref_audio'))
    return {
      url: speech,
      body: async (fields, wav) =>
        jsonBody({
          ...fields,
          ref_audio: `data:audio/wav;base64,${Buffer.from(wav).toString('base64')}`,
          // Without the words of the recording these servers want to be told to go by its sound alone.
          ...(json.has('x_vector_only_mode') ? { x_vector_only_mode: true } : {}),
          ...(json.has('task_type') ? { task_type: 'Base' } : {}),
        }),
    }
  const form = fieldsTaken(said, /\/audio\/speech\/upload$/, 'multipart/form-data')
  if (form?.has('voice_file') && form.has('input'))
    return {
      url: new URL(`${speech.pathname}/upload`, speech),
      body: (fields, wav) => {
        const posted = new FormData()
        for (const [name, value] of Object.entries(fields)) if (form.has(name)) posted.set(name, String(value))
        posted.set('voice_file', new Blob([Buffer.from(wav)], { type: 'audio/wav' }), 'reference.wav')
        return multipart(posted)
      },
    }
  return null
}
