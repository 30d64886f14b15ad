// Files that are sent to the API as they are.
import { CORE_BYTES } from '@psiona/shared'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ask, type ServedHouse, serveHouse } from '../../../../tests/fakes/served-house'

let served: ServedHouse
beforeAll(async () => {
  served = await serveHouse()
})
beforeEach(() => {
  served.house.calls.length = 0
})
afterAll(() => served.close())

const codeIn = ({ text }: { text: string }): unknown => JSON.parse(text).code
const send = (method: string, path: string, type: string, body: string | Buffer = 'file') =>
  ask(served.port, { method, path, headers: { Authorization: `Bearer ${served.controlToken}`, 'Content-Type': type }, body })

test('[R105] a file of the right type is streamed to the house, of any other type it is refused unread', async () => {
  const whole = Buffer.alloc(3_000_000, 7)
  expect((await send('POST', '/api/avatars?name=Mira', 'application/zip', whole)).status).toBe(200)
  expect(served.house.calls).toEqual([
    { name: 'importAvatar', with: { bytes: whole.length, announced: whole.length, name: 'Mira' } },
  ])
  for (const type of [
    'application/json',
    'text/plain',
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded',
    '',
  ]) {
    const refused = await send('POST', '/api/avatars', type)
    expect([refused.status, codeIn(refused)], type).toEqual([400, 'wrong-type'])
  }
  expect(served.house.calls.length).toBe(1)
})

test('[R105] of a file that is larger than it may be nothing is kept', async () => {
  const large = await send('PUT', '/api/cubism?licenceVersion=1', 'text/javascript', Buffer.alloc(CORE_BYTES + 1))
  expect([large.status, codeIn(large)]).toEqual([413, 'too-large'])
  expect(served.house.calls).toEqual([])
})

test('[R41] a file without the token is refused', async () => {
  const headers = { 'Content-Type': 'application/zip' }
  const answer = await ask(served.port, { method: 'POST', path: '/api/avatars', headers, body: 'PK' })
  expect([answer.status, codeIn(answer)]).toEqual([401, 'no-token'])
  expect(served.house.calls).toEqual([])
})
