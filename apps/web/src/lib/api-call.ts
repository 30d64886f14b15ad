// In: the name of a route with its parameters and body. Out: what the server answered, or the problem to show where the action was.
import { ProblemBody, ROUTES, type RouteName } from '@psiona/shared'
import type { z } from 'zod'

type RouteOf<N extends RouteName> = Extract<(typeof ROUTES)[number], { name: N }>
type Given<N extends RouteName> =
  RouteOf<N> extends { request: infer R extends z.ZodType } ? { body: z.input<R> } : { body?: never }
/** The name after the colon, up to the next slash. */
type ParamIn<P extends string> = P extends `${string}:${infer Rest}`
  ? Rest extends `${infer Name}/${string}`
    ? Name
    : Rest
  : never
type Params<N extends RouteName> = RouteOf<N>['path'] extends `${string}:${string}`
  ? { params: Record<ParamIn<RouteOf<N>['path']>, string> }
  : { params?: never }
export type CallOptions<N extends RouteName> = Given<N> & Params<N> & { timeoutMs?: number }
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: ProblemBody }
export type AnswerOf<N extends RouteName> = z.output<RouteOf<N>['response']>

const NOT_REACHED: ProblemBody = {
  code: 'not-reached',
  category: 'broken',
  message: 'Psiona was not reached and nothing changed. Look whether it still runs, then try again.',
}
const NOT_UNDERSTOOD: ProblemBody = {
  code: 'not-understood',
  category: 'broken',
  message: 'Psiona answered in a way this page does not know. Reload the page.',
}

/** The answer's body, or undefined when it is not JSON: a proxy's error page, an empty answer. */
async function jsonOf(response: Response): Promise<unknown> {
  const text = await response.text()
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export async function callApi<N extends RouteName>(
  name: N,
  ...[options]: Record<never, never> extends CallOptions<N> ? [CallOptions<N>?] : [CallOptions<N>]
): Promise<Answer<AnswerOf<N>>> {
  const route = ROUTES.find((candidate): candidate is RouteOf<N> => candidate.name === name)!
  const params: Record<string, string> = options?.params ?? {}
  const path = route.path.replace(/:(\w+)/, (_, param: string) => encodeURIComponent(params[param] ?? ''))
  let response: Response
  let body: unknown
  try {
    response = await fetch(path, {
      method: route.method,
      ...(options?.body === undefined
        ? {}
        : { body: JSON.stringify(options.body), headers: { 'content-type': 'application/json' } }),
      ...(options?.timeoutMs === undefined ? {} : { signal: AbortSignal.timeout(options.timeoutMs) }),
    })
    body = await jsonOf(response)
  } catch {
    // Refused, timed out or broken off in the middle: for the person at the panel it is one case.
    return { ok: false, problem: NOT_REACHED }
  }
  if (!response.ok) {
    const problem = ProblemBody.safeParse(body)
    return { ok: false, problem: problem.success ? problem.data : NOT_UNDERSTOOD }
  }
  const parsed = route.response.safeParse(body)
  return parsed.success ? { ok: true, value: parsed.data as AnswerOf<N> } : { ok: false, problem: NOT_UNDERSTOOD }
}
