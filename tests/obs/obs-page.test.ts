// Psiona's overlay page inside a scene of a real OBS: a window on the same screen, captured with its sound. She is seen in OBS's own picture and heard in its own mixer.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SayReply } from '@psiona/shared'
import { EventSubscription, OBSWebSocket } from 'obs-websocket-js/json'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { PALETTE } from '../../art/tori/drawing/palette'
import { type RunningPsiona, startPsiona } from '../e2e/psiona'
import { missingPrograms } from '../fakes/child'
import { createObsOwner, isReady, type ObsOwner } from '../fakes/obs-owner'
import { openWindow, type RealWindow, WINDOW_LACKS } from '../fakes/real-browser'
import { type RealDisplay, type RealSound, startDisplay, startSound } from '../fakes/real-display'
import { OBS_LACKS, type RealObs, startRealObs } from '../fakes/real-obs'

const lacking = [...OBS_LACKS, ...WINDOW_LACKS, ...missingPrograms(['pulseaudio'])]
/** Quieter than this is no voice. */
const VOICE_DB = -50
/** Meters come every 50 ms. */
const SILENT_METERS = 20
const VOICE_METERS = 5

const Meters = z.object({
  inputs: z.array(z.object({ inputName: z.string(), inputLevelsMul: z.array(z.array(z.number())) })),
})

describe.skipIf(lacking.length > 0)(`the page in OBS${lacking.length > 0 ? ` (missing: ${lacking.join(', ')})` : ''}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'psiona-obs-page-'))
  const raw = new OBSWebSocket()
  let display: RealDisplay
  let sound: RealSound
  let real: RealObs
  let psiona: RunningPsiona
  let owner: ObsOwner
  let window: RealWindow

  beforeAll(async () => {
    display = await startDisplay(folder)
    sound = await startSound(folder)
    psiona = await startPsiona()
    real = await startRealObs({ scenes: ['Live', 'Empty'], display, sound: sound.server })
    await raw.connect(`ws://127.0.0.1:${real.port}`, real.password, {
      eventSubscriptions: EventSubscription.All | EventSubscription.InputVolumeMeters,
    })
    owner = createObsOwner(real.port, real.password)
    await owner.when('connected', isReady)
    window = await openWindow(display, sound, await psiona.overlayUrl(), folder)
    await raw.call('CreateInput', {
      ...{ sceneName: 'Live', inputName: 'her window', inputKind: 'xshm_input' },
      inputSettings: { screen: 0, show_cursor: false },
    })
    await raw.call('CreateInput', {
      ...{ sceneName: 'Live', inputName: 'her voice', inputKind: 'pulse_output_capture' },
      inputSettings: { device_id: sound.monitor },
    })
  }, 90_000)
  afterAll(async () => {
    await raw.disconnect()
    await owner?.close()
    await window?.close()
    await real?.close()
    await psiona?.stop()
    await sound?.close()
    await display?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** How many pixels of OBS's picture have this colour, nearly. */
  const pixelsOf = async (colour: string): Promise<number> => {
    const png = await owner.obs.picture(undefined, 640)
    const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true })
    const wanted = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
    let found = 0
    for (let i = 0; i < data.length; i += info.channels)
      if (wanted.every((value, channel) => Math.abs(value - (data[i + channel] ?? 0)) <= 12)) found++
    return found
  }
  /** Peaks of her voice in OBS, dB, as they come. */
  async function* voiceDb(): AsyncGenerator<number> {
    const levels: number[] = []
    let wake = () => {}
    const take = (event: unknown) => {
      const voice = Meters.parse(event).inputs.find(({ inputName }) => inputName === 'her voice')
      if (!voice) return
      levels.push(20 * Math.log10(Math.max(1e-5, ...voice.inputLevelsMul.map(([, peak]) => peak ?? 0))))
      wake()
    }
    raw.on('InputVolumeMeters', take)
    try {
      for (;;) {
        while (levels.length > 0) yield levels.shift()!
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    } finally {
      raw.off('InputVolumeMeters', take)
    }
  }
  /** Resolves when so many in a row were so. */
  const when = async (many: number, is: (db: number) => boolean): Promise<void> => {
    let inRow = 0
    for await (const db of voiceDb()) {
      inRow = is(db) ? inRow + 1 : 0
      if (inRow >= many) return
    }
  }

  it('she is seen in the scene, and not in another', { timeout: 60_000 }, async () => {
    await expect.poll(() => pixelsOf(PALETTE.hair.ink), { timeout: 45_000, interval: 200 }).toBeGreaterThan(300)
    await owner.obs.act({ do: 'scene', scene: 'Empty' })
    expect(await pixelsOf(PALETTE.hair.ink)).toBe(0)
    const back = await owner.obs.act({ do: 'scene', scene: 'Live' })
    expect(back).toEqual({ do: 'scene', scene: 'Empty' })
    const hidden = await owner.obs.act({ do: 'source', scene: 'Live', source: 'her window', visible: false })
    expect(await pixelsOf(PALETTE.hair.ink)).toBe(0)
    await owner.obs.act(hidden!)
    expect(await pixelsOf(PALETTE.hair.ink)).toBeGreaterThan(300)
  })

  it('she is heard in the mixer while she speaks, and not before', { timeout: 60_000 }, async () => {
    await window.isSounding()
    await when(SILENT_METERS, (db) => db < VOICE_DB)
    const heard = when(VOICE_METERS, (db) => db > VOICE_DB)
    const text = 'Hello everybody, it is good to see you here today.'
    await psiona.api('POST', '/api/say', SayReply, { text })
    await heard
    await when(SILENT_METERS, (db) => db < VOICE_DB)
  })
})
