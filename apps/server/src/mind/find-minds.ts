// Looks for model servers on this machine. In: where they usually listen. Out: those that answer, with their models.
import type { FoundMinds } from '@psiona/shared'
import type { Clock } from '../clock'
import { httpRequest, shortText } from '../http-request'
import { ModelList, OllamaTags } from './chat-completion.external'

export interface MindPlace {
  readonly name: string
  readonly baseUrl: string
  /** Tried when /v1/models names none. */
  readonly tags?: string
}

const PLACES: readonly MindPlace[] = [
  { name: 'Ollama', baseUrl: 'http://127.0.0.1:11434', tags: '/api/tags' },
  { name: 'llama-server', baseUrl: 'http://127.0.0.1:8080' },
  { name: 'LM Studio', baseUrl: 'http://127.0.0.1:1234' },
]
/** A server on this machine answers in a few milliseconds; the panel waits for this. */
const PATIENCE_MS = 400
const MOST_LIST_BYTES = 512_000
const MOST_MODELS = 100

export interface FindMindsOptions {
  readonly clock: Clock
  readonly places?: readonly MindPlace[]
}

export async function findMinds({ clock, places = PLACES }: FindMindsOptions): Promise<FoundMinds> {
  const patience = new AbortController()
  const list = async (url: string): Promise<string[]> => {
    const { status, bytes } = await httpRequest({ url: new URL(url), signal: patience.signal })
    const text = await shortText(bytes, MOST_LIST_BYTES)
    if (status !== 200) return []
    const json: unknown = JSON.parse(text)
    const models = ModelList.safeParse(json)
    if (models.success) return models.data.data.map(({ id }) => id)
    const tags = OllamaTags.safeParse(json)
    return tags.success ? tags.data.models.map(({ name }) => name) : []
  }
  /** Nothing there, something else there, or too slow: all the same to somebody who looks for a mind. */
  const quietly = (url: string): Promise<string[]> => list(url).catch(() => [])
  const look = async ({ name, baseUrl, tags }: MindPlace): Promise<FoundMinds['minds']> => {
    const [models, tagged] = await Promise.all([quietly(`${baseUrl}/v1/models`), tags ? quietly(baseUrl + tags) : []])
    const all = [...new Set(models.length > 0 ? models : tagged)].slice(0, MOST_MODELS)
    return all.length > 0 ? [{ name, baseUrl: `${baseUrl}/v1`, models: all }] : []
  }
  const looking = Promise.all(places.map(look))
  const alarm = new AbortController()
  void clock.sleep(PATIENCE_MS, alarm.signal).then(() => patience.abort())
  const found = await looking
  alarm.abort()
  return { minds: found.flat() }
}
