// In: the name of a route with its parameters, query and body. Out: what the server answered, or the problem to show where the action was.
import { ProblemBody, ROUTES, type Route, type RouteName } from '@psiona/shared'
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
type Queried<N extends RouteName> =
  RouteOf<N> extends { query: infer Q extends z.ZodType } ? { query?: z.input<Q> } : { query?: never }
export type CallOptions<N extends RouteName> = Given<N> & Params<N> & Queried<N> & { timeoutMs?: number }
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: ProblemBody }
export type AnswerOf<N extends RouteName> = z.output<RouteOf<N>['response']>

export const NOT_REACHED: ProblemBody = {
  code: 'not-reached',
  category: 'broken',
  message: 'Psiona was not reached and nothing changed. Look whether it still runs, then try again.',
}
const NOT_UNDERSTOOD: ProblemBody = {
  code: 'not-understood',
  category: 'broken',
  message: 'Psiona answered in a way this page does not know. Reload the page.',
}

/** A body as JSON, or undefined when it is none: a proxy's error page, an empty answer. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export const routeNamed = <N extends RouteName>(name: N): RouteOf<N> =>
  ROUTES.find((candidate): candidate is RouteOf<N> => candidate.name === name)!

/** What the server said, as the route says it should look. */
export function answerFrom<R extends Route>(route: R, ok: boolean, text: string): Answer<z.output<R['response']>> {
  const body = jsonOf(text)
  if (!ok) {
    const problem = ProblemBody.safeParse(body)
    return { ok: false, problem: problem.success ? problem.data : NOT_UNDERSTOOD }
  }
  const parsed = route.response.safeParse(body)
  // Parsed by the route's own schema.
  return parsed.success ? { ok: true, value: parsed.data as z.output<R['response']> } : { ok: false, problem: NOT_UNDERSTOOD }
}

export async function callApi<N extends RouteName>(
  name: N,
  ...[options]: Record<never, never> extends CallOptions<N> ? [CallOptions<N>?] : [CallOptions<N>]
): Promise<Answer<AnswerOf<N>>> {
  const route = routeNamed(name)
  const params: Record<string, string> = options?.params ?? {}
  const path = route.path.replace(/:(\w+)/, (_, param: string) => encodeURIComponent(params[param] ?? ''))
  const query: object = options?.query ?? {}
  const asked = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  try {
    const response = await fetch(asked.length === 0 ? path : `${path}?${new URLSearchParams(asked)}`, {
      method: route.method,
      ...(options?.body === undefined
        ? {}
        : { body: JSON.stringify(options.body), headers: { 'content-type': 'application/json' } }),
      ...(options?.timeoutMs === undefined ? {} : { signal: AbortSignal.timeout(options.timeoutMs) }),
    })
    return answerFrom(route, response.ok, await response.text())
  } catch {
    // Refused, timed out or broken off in the middle: for the person at the panel it is one case.
    return { ok: false, problem: NOT_REACHED }
  }
}
