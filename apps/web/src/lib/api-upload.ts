// In: a file for a route that takes one. Out: how much of it has left, then what the server answered. XMLHttpRequest, because fetch tells
// nothing of the way up.
import type { ROUTES, Route } from '@psiona/shared'
import { type Answer, type AnswerOf, answerFrom, NOT_REACHED, routeNamed } from './api-call'

type UploadName = Extract<(typeof ROUTES)[number], { upload: string }>['name']

export interface Upload {
  readonly file: Blob
  readonly query: Readonly<Record<string, string>>
  readonly signal: AbortSignal
  readonly onSent: (bytes: number) => void
}

/** What is answered when somebody took it back. */
export const CANCELLED = 'cancelled'

export function uploadApi<N extends UploadName>(name: N, { file, query, signal, onSent }: Upload): Promise<Answer<AnswerOf<N>>> {
  const route = routeNamed(name)
  const { method, path, upload }: Route = route
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    const cancel = () => request.abort()
    const end = (answer: Answer<AnswerOf<N>>) => {
      signal.removeEventListener('abort', cancel)
      resolve(answer)
    }
    request.open(method, `${path}?${new URLSearchParams(query)}`)
    if (upload) request.setRequestHeader('content-type', upload)
    request.upload.addEventListener('progress', ({ loaded }) => onSent(Math.min(loaded, file.size)))
    request.addEventListener('load', () =>
      end(answerFrom(route, request.status >= 200 && request.status < 300, request.responseText)),
    )
    request.addEventListener('error', () => end({ ok: false, problem: NOT_REACHED }))
    request.addEventListener('abort', () =>
      end({ ok: false, problem: { code: CANCELLED, category: 'refused', message: 'Cancelled. Nothing changed.' } }),
    )
    signal.addEventListener('abort', cancel)
    request.send(file)
    if (signal.aborted) request.abort()
  })
}
