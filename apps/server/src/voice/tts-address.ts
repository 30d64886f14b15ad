// Where a speech server speaks the dialect. In: whatever was pasted: the root, /v1, or a full path. Out: its addresses.

export interface TtsAddresses {
  readonly speech: URL
  readonly voices: URL
  readonly models: URL
  /** Where many servers describe what they take. */
  readonly description: URL
}

export function ttsAddresses(baseUrl: string): TtsAddresses {
  const at = (path: string): URL => {
    const url = new URL(baseUrl)
    url.pathname = path
    url.search = ''
    url.hash = ''
    return url
  }
  const path = new URL(baseUrl).pathname.replace(/\/+$/, '')
  const given = /^(.*)\/audio\/speech$/.exec(path)?.[1]
  const base = given ?? (/\/v\d+$/.test(path) ? path : `${path}/v1`)
  return {
    speech: at(`${base}/audio/speech`),
    voices: at(`${base}/audio/voices`),
    models: at(`${base}/models`),
    description: at(`${base.replace(/\/v\d+$/, '')}/openapi.json`),
  }
}
