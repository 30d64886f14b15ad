// What a handler of the API is given and owes, by its route: derived from ROUTES. Types only.
import type { ROUTES, RouteName } from '@psiona/shared'
import type { z } from 'zod'
import type { Upload } from '../house'

type RouteNamed<N extends RouteName> = Extract<(typeof ROUTES)[number], { name: N }>
type ParameterNames<Path> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParameterNames<Rest>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never
export interface ApiInput<R extends { path: string }> {
  readonly parameters: Readonly<Record<ParameterNames<R['path']>, string>>
  readonly query: R extends { query: infer S extends z.ZodType } ? z.output<S> : undefined
  readonly body: R extends { request: infer S extends z.ZodType } ? z.output<S> : undefined
  readonly upload: R extends { upload: string } ? Upload : undefined
  /** Aborted when whoever asked is gone. */
  readonly gone: AbortSignal
}
type Reply<N extends RouteName> = z.input<RouteNamed<N>['response']>
export type ApiHandlers = {
  readonly [N in Exclude<RouteName, 'pair'>]: (input: ApiInput<RouteNamed<N>>) => Reply<N> | Promise<Reply<N>>
}
