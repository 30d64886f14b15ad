// What a route of the API is: name, method, path, who may ask, and the shapes of question and answer.
import { z } from 'zod'

export interface Route {
  readonly name: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Hono/OpenAPI path with :params. */
  readonly path: string
  readonly summary: string
  /** 'none' = open to any page of ours; 'control' = needs the control token or the panel's cookie; 'phone' = a paired phone may, too. */
  readonly token: 'none' | 'phone' | 'control'
  readonly request?: z.ZodType
  /** The body is a file of this type and is streamed to the handler; there is no `request` then. */
  readonly upload?: string
  /** Of the request, where it may be larger than others. */
  readonly bodyLimitBytes?: number
  readonly query?: z.ZodObject
  readonly response: z.ZodType
}

export const route = <const R extends Route>(r: R): R => r

/** It is done; there is nothing more to say. */
export const done = z.object({ ok: z.literal(true) })
