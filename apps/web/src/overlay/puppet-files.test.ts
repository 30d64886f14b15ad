// Fetching a model: the right files of its folder, and a sentence that says what to do when they are not there or not right.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Problem } from '@psiona/shared/problem'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fetchRig } from './puppet-files'

const tori = readFileSync(path.join(import.meta.dirname, '../../../../live2d-models/tori/tori.rig.json'), 'utf8')
const asked: string[] = []

const serve = (body: string | null): void => {
  vi.stubGlobal('fetch', async (url: URL) => {
    asked.push(url.href)
    return body === null ? new Response('', { status: 404 }) : new Response(body)
  })
}

const problemOf = async (promise: Promise<unknown>): Promise<Problem> => {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof Problem)) throw new Error('It should have been a Problem.')
  return error
}

beforeEach(() => {
  asked.length = 0
  vi.stubGlobal('location', { href: 'http://localhost:3210/overlay?bg=000#token=x' })
})
afterEach(() => vi.unstubAllGlobals())

describe('a model', () => {
  it('is read from its folder on the same origin', async () => {
    serve(tori)
    expect((await fetchRig('/models/tori')).name).toBe('Tori')
    expect(asked).toEqual(['http://localhost:3210/models/tori/tori.rig.json'])
  })

  it('that is not there is named, with where to look', async () => {
    serve(null)
    const problem = await problemOf(fetchRig('/models/nobody/'))
    expect(problem.code).toBe('no-model')
    expect(problem.message).toContain('live2d-models')
  })

  it('that is no rig is named, with what to do', async () => {
    serve('{"version":7}')
    const problem = await problemOf(fetchRig('/models/tori/'))
    expect(problem.code).toBe('bad-model')
    expect(problem.message).toMatch(/again\.$/)
  })
})
