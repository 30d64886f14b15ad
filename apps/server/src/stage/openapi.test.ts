// The description of the API and the figures.
import { ROUTES } from '@psiona/shared'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { ask, command, joinNamespace, nextEvent, type ServedHouse, serveHouse } from '../../../../tests/fakes/served-house'

let served: ServedHouse
beforeAll(async () => {
  served = await serveHouse()
})
afterAll(() => served.close())

const Operation = z.object({
  operationId: z.string(),
  summary: z.string(),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z.array(z.object({ name: z.string(), in: z.enum(['path', 'query']), schema: z.record(z.string(), z.unknown()) })),
  requestBody: z.unknown().optional(),
  responses: z.record(z.string(), z.unknown()),
})
const Document = z.object({
  openapi: z.literal('3.1.0'),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.object({ schemas: z.object({ ProblemBody: z.unknown() }) }),
})
const read = async () => Document.parse(JSON.parse((await ask(served.port, { path: '/api/openapi.json' })).text))

test('[R58] the document describes every route of the list, and nothing the router does not know', async () => {
  const { paths } = await read()
  const described = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { operationId }]) => `${operationId} ${method.toUpperCase()} ${path}`),
  )
  expect(described.sort()).toEqual(
    ROUTES.map(({ name, method, path }) => `${name} ${method} ${path.replace(/:(\w+)/g, '{$1}')}`).sort(),
  )
  for (const { method, path } of ROUTES) expect(served.stage.routes).toContainEqual({ method, path })
})

test('[R58] it says which routes need a token, which parameters and bodies they take', async () => {
  const { paths } = await read()
  for (const route of ROUTES) {
    const operation = paths[route.path.replace(/:(\w+)/g, '{$1}')]?.[route.method.toLowerCase()]
    expect(operation?.security.length).toBe({ none: 0, control: 2, phone: 3 }[route.token])
    expect(operation?.requestBody !== undefined).toBe('request' in route || 'upload' in route)
    expect(operation?.parameters.filter((parameter) => parameter.in === 'path').length).toBe(route.path.split(':').length - 1)
  }
  expect(paths['/api/turns']?.get?.parameters[0]).toMatchObject({
    name: 'limit',
    schema: { minimum: 1, maximum: 500, default: 100 },
  })
})

test('every reference in it leads somewhere', async () => {
  const text = (await ask(served.port, { path: '/api/openapi.json' })).text
  const references = new Set(Array.from(text.matchAll(/"\$ref":"([^"]+)"/g), ([, target]) => target))
  expect([...references]).toEqual(['#/components/schemas/ProblemBody'])
})

test('[R59] the figures count sockets, blocks, lag and memory', async () => {
  const socket = joinNamespace(served, '/overlay', { token: await served.overlayToken() })
  await nextEvent(socket, 'state')
  const { status, text, headers } = await command(served, 'GET', '/metrics')
  expect(status).toBe(200)
  expect(headers['content-type']).toMatch(/^text\/plain/)
  expect(text).toMatch(/^psiona_sockets\{namespace="overlay"\} 1$/m)
  expect(text).toMatch(/^psiona_blocks_sent_total 0$/m)
  expect(text).toMatch(/^psiona_event_loop_lag_p99_seconds \d/m)
  expect(text).toMatch(/^psiona_resident_memory_bytes \d{7,}$/m)
  for (const line of text.trim().split('\n'))
    expect(line).toMatch(/^(# (HELP|TYPE) psiona_|psiona_[a-z_0-9]+(\{[a-z="]+\})? [0-9.e-]+$)/)
  socket.disconnect()
})
