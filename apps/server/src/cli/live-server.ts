// The running server, if there is one: where it is and how to ask it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Problem, ProblemBody } from '@psiona/shared'
import type { z } from 'zod'
import type { Config } from '../config'
import { findLiveServer } from '../store/data-folder'

export interface LiveServer {
  ask<T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, reply: z.ZodType<T>, body?: unknown): Promise<T>
}

/** The server that PSIONA_DATA names, or null when none is alive. */
export function liveServer(config: Config): LiveServer | null {
  const live = findLiveServer(config.dataDir)
  if (!live) return null
  const token = readFileSync(join(config.dataDir, 'control-token'), 'utf8').trim()
  return {
    async ask(method, path, reply, body) {
      const response = await fetch(`http://127.0.0.1:${live.port}${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }).catch((cause: unknown) => {
        throw new Problem('server-silent', 'broken', 'The running Psiona does not answer. Restart it with npm start.', { cause })
      })
      const json: unknown = await response.json()
      if (!response.ok) {
        const problem = ProblemBody.parse(json)
        throw new Problem(problem.code, problem.category, problem.message)
      }
      return reply.parse(json)
    },
  }
}
