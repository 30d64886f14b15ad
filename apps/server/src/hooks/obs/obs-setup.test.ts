import { afterEach, beforeEach, expect, it } from 'vitest'
import { createObsOwner, isReady, type ObsOwner } from '../../../../../tests/fakes/obs-owner'
import { type ObsServer, startObsServer } from '../../../../../tests/fakes/obs-server'

let server: ObsServer
let owner: ObsOwner
beforeEach(async () => {
  server = await startObsServer()
  server.scenes.push({ name: 'Live', items: [] })
  server.program = 'Live'
  owner = createObsOwner(server.port, null)
  owner.put({ on: true, port: server.port })
  await owner.when('connected', isReady)
})
afterEach(async () => {
  await owner.close()
  await server.close()
})
const stateOf = (id: string) => owner.obs.state().setup.find((step) => step.id === id)?.state

it('[R115] whoever asked for the setup, or for its end, is told how it stands then, not how it stood before', async () => {
  expect(stateOf('browser-source')).toBe('open')
  await owner.obs.setUp({})
  expect([stateOf('browser-source'), stateOf('in-scene'), stateOf('own-audio')]).toEqual(['done', 'done', 'done'])
  await owner.obs.undoSetup()
  expect(stateOf('browser-source')).toBe('open')
})
