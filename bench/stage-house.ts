// A house to measure the overlay in. In: nothing. Out: a server with two models and, where the test-only Core is there, Live2D; a mind that
// answers with feelings and gestures; a browser behind a line that can fall silent; and all of it closed again.
import { cpSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CoreState, LookState, Settings } from '@psiona/shared'
import type { Browser } from 'playwright-core'
import { z } from 'zod'
import { root } from '../tests/checkout'
import { launch } from '../tests/e2e/browser'
import { type RunningPsiona, startPsiona } from '../tests/e2e/psiona'
import { openaiServer } from '../tests/fakes/openai-server'
import { testCore } from '../tests/test-core'
import { type Link, openLink } from './stage-link'

const SPEECH = [
  '[joy:0.9] Welcome back everybody, it is so good to see you all again! [nod] ',
  '[curiosity:0.8] Did you really walk past the treasure in the second room? [tilt] ',
  '[sadness:0.7] That was my last life, and all of my gold is gone with it. [shake] ',
  '[surprise:0.9] Whoa, who put a dragon in there, right behind the door? ',
  '[affection:0.7] Thank you for the gift, that was very kind of you. [wink] ',
  '[anger:0.6] No, I am not going back into that cave tonight. [smug] ',
]
export const TWO_MODELS = ['tori', 'tori-again'] as const

export interface StageHouse {
  readonly psiona: RunningPsiona
  readonly browser: Browser
  readonly link: Link
  readonly hasCore: boolean
  wear(model: string): Promise<void>
  close(): Promise<void>
}

export async function openStageHouse(): Promise<StageHouse> {
  const dataDir = mkdtempSync(join(tmpdir(), 'psiona-stage-'))
  cpSync(join(root, 'live2d-models', TWO_MODELS[0]), join(dataDir, 'live2d-models', TWO_MODELS[1]), { recursive: true })
  const psiona = await startPsiona({ dataDir })
  const mind = await openaiServer()
  mind.script({ kind: 'stream', deltas: SPEECH })
  const settings = await psiona.api('GET', '/api/settings', Settings)
  await psiona.api('PUT', '/api/settings', Settings, {
    ...settings,
    mind: { kind: 'openai', baseUrl: mind.baseUrl, model: 'tiny' },
  })
  if (testCore) await dropCore(psiona, testCore)
  const link = await openLink(psiona.port)
  const browser = await launch([link.browserArgument])
  return {
    psiona,
    browser,
    link,
    hasCore: testCore !== null,
    async wear(model) {
      await psiona.api('PUT', '/api/characters/tori/appearance', z.unknown(), { model })
      while ((await psiona.api('GET', '/api/look', LookState)).scene.id !== model)
        await new Promise((later) => setTimeout(later, 20))
    },
    async close() {
      await browser.close()
      await link.close()
      await psiona.stop()
      await mind.close()
    },
  }
}

/** As somebody does who has fetched it elsewhere and accepts its licence. */
export async function dropCore({ url, token, api }: RunningPsiona, file: string): Promise<void> {
  const { licence } = await api('GET', '/api/cubism', CoreState)
  const response = await fetch(`${url}/api/cubism?licenceVersion=${encodeURIComponent(licence.version)}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'text/javascript' },
    body: new Uint8Array(readFileSync(file)),
  })
  if (!response.ok) throw new Error(`the Core was not taken: ${response.status} ${await response.text()}`)
}
