// Tori twice in one page, drawn by the puppet and by Live2D's real Core, posed by the same faces and told the same things.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { difference, type Picture, pictureOf } from '../../art/tori/compare/picture-difference'
import { testCore } from '../test-core'
import { type AvatarHost, openAvatarPage } from './avatar-host'
import { FACE, settingsOf } from './avatar-settings'
import { AvatarStands, changedPixels } from './avatar-stands'
import { boxesOnScreen, CORE, isIn, SIZE, STILL, sheet, TORI, tori } from './avatar-tori'
import { launch } from './browser'

const MOC = '/models/tori/tori.moc3'
/** Tells from the puppet what the Live2D drawing may differ by. */
const MOST_DIFFERENCE = 0.02

const settings = settingsOf(path.join(TORI, 'expressions.json'))

/** As Cores since 5.3 have it. */
const ORDER_AT_THE_MODEL = `
;(() => {
  const { Model } = Live2DCubismCore
  const from = Model.fromMoc
  Model.fromMoc = (moc) => {
    const model = from(moc)
    const { renderOrders } = model.drawables
    delete model.drawables.renderOrders
    model.getRenderOrders = () => renderOrders
    return model
  }
})()`

describe.skipIf(testCore === null)('both avatars (needs the Cubism Core for tests, which npm test fetches)', () => {
  let browser: Browser
  let host: AvatarHost
  let stands: AvatarStands

  beforeAll(async () => {
    browser = await launch()
    host = await openAvatarPage(browser, { tori: TORI }, testCore!)
    stands = new AvatarStands(host)
  })
  afterAll(async () => {
    await host?.close()
    await browser?.close()
  })

  describe('in one page', () => {
    const neutral: Record<string, Picture> = {}
    beforeAll(async () => {
      expect(await stands.open('live2d', tori(), 'auto')).toMatchObject({ renderer: 'live2d', trouble: '' })
      expect(await stands.open('puppet', tori(), 'puppet')).toMatchObject({ renderer: 'puppet', trouble: '' })
      for (const name of ['live2d', 'puppet']) neutral[name] = await stands.draw(name, {}, 1)
    })
    afterAll(async () => {
      for (const name of ['live2d', 'puppet']) await stands.close(name)
    })

    it('look alike at rest', () => {
      const { mean } = difference(neutral.puppet!, neutral.live2d!)
      console.info(`at rest: ${((mean / 255) * 100).toFixed(2)} %`)
      expect(mean / 255).toBeLessThanOrEqual(MOST_DIFFERENCE)
    })

    it.each(settings.map((setting) => [setting.name, setting] as const))(
      'look alike and change where they should: %s',
      async (name, setting) => {
        const boxes = boxesOnScreen(setting)
        const pictures: Record<string, Picture> = {}
        for (const which of ['live2d', 'puppet']) {
          const picture = await stands.draw(which, setting.face, setting.settleSeconds)
          pictures[which] = picture
          const changed = changedPixels(neutral[which]!, picture)
          const outside = changed.filter((pixel) => !isIn(boxes, pixel))
          expect(changed.length, which).toBeGreaterThan(15)
          expect(outside.length, `${which}: outside`).toBeLessThanOrEqual(changed.length * 0.02)
        }
        const { mean } = difference(pictures.puppet!, pictures.live2d!)
        console.info(`${name}: ${((mean / 255) * 100).toFixed(2)} %`)
        expect(mean / 255).toBeLessThanOrEqual(MOST_DIFFERENCE)
      },
    )

    it("blend the model's own expressions into the face, where it is Live2D's", async () => {
      const { contents } = await stands.state('live2d')
      expect(contents?.expressions.length).toBeGreaterThanOrEqual(11)
      const face = boxesOnScreen({ name: '', face: {}, moves: FACE, settleSeconds: 0 })
      const mouth = boxesOnScreen({ name: '', face: {}, moves: /^(mouth|lip)/, settleSeconds: 0 })
      // Head and body held: what is left is the face.
      const turns = (contents?.parameters ?? []).flatMap(({ id, default: rest }) => (/Angle[XYZ]$/.test(id) ? [[id, rest]] : []))
      const held = { ...STILL.held, ...Object.fromEntries(turns) }
      const drawn = async (expression: string | null): Promise<Picture> => {
        await stands.tell('live2d', { trial: { held, expression } })
        return stands.draw('live2d', {}, 1)
      }
      const calm = await drawn(null)
      for (const expression of contents?.expressions ?? []) {
        const changed = changedPixels(calm, await drawn(expression))
        expect(changed.length, expression).toBeGreaterThan(15)
        const effects = changed.filter((pixel) => !isIn(face, pixel))
        expect(effects.length, `${expression}: beside the face`).toBeLessThan(changed.length * 0.6)
        // Nothing is said, so the lips are shut whatever she feels.
        expect(changed.filter((pixel) => isIn(mouth, pixel)).length, `${expression}: lips`).toBeLessThan(changed.length * 0.4)
      }
      await stands.tell('live2d', { trial: STILL })
    })

    it('ask for nothing but the model and the Core, under the policy of the overlay', () => {
      expect(
        host.asked.filter((address) => !/^\/($|[a-z0-9-]+\.js$|avatar-page|chunk|pixi|models\/tori\/|cubism\/)/i.test(address)),
      ).toEqual([])
      expect(host.complaints).toEqual([])
    })
  })

  describe.each(['live2d', 'puppet'] as const)('%s', (kind) => {
    const renderer = kind === 'live2d' ? 'auto' : 'puppet'
    it('stays on screen when its context is lost', async () => {
      await stands.open('lost', tori(), renderer)
      const before = await stands.draw('lost')
      await stands.loseContext('lost')
      // A frame may come before anybody has noticed.
      await stands.draw('lost')
      const after = await stands.standing('lost', { contextsLost: 1, built: 2 })
      expect(after).toMatchObject({ renderer: kind, counts: { built: 2, contextsLost: 1, failed: 0 } })
      expect(difference(before, await stands.draw('lost')).mean).toBeLessThan(1)
      expect((await stands.state('lost')).canvases).toBe(1)
      await stands.close('lost')
    })

    it('wears what it is told to', async () => {
      const [outfit] = sheet.outfits.slice(1)
      const values = outfit?.parameters ?? sheet.accessories[0]?.on
      await stands.open('dressed', tori(), renderer)
      const before = await stands.draw('dressed')
      // Until she has a second outfit: a parameter that no channel moves.
      const parameters = values ?? { ParamHairSide: 1 }
      await stands.show('dressed', tori({ parameters }), renderer)
      expect(changedPixels(before, await stands.draw('dressed')).length).toBeGreaterThan(50)
      await stands.close('dressed')
    })

    it('answers a touch of her head, and none beside her', async () => {
      const { taps, motions } = sheet.map
      await stands.open('touched', tori({ map: { ...sheet.map, motions: { tap: motions.tap ?? '' } } }), renderer)
      const before = await stands.draw('touched')
      const [head] = boxesOnScreen({ name: '', face: {}, moves: /^face$/, settleSeconds: 0 })
      expect(Object.keys(taps)).toContain('Head')
      expect(await stands.tap('touched', 2, 2)).toBe(false)
      expect(await stands.tap('touched', head!.x + head!.width / 2, head!.y + head!.height / 2)).toBe(true)
      // The motion begins when its file has come.
      await expect.poll(async () => changedPixels(before, await stands.draw('touched', {}, 0.2)).length).toBeGreaterThan(200)
      expect(difference(before, await stands.draw('touched', {}, 5)).mean).toBeLessThan(1)
      await stands.close('touched')
    })

    it('looks where it is told to, and back', async () => {
      await stands.open('looking', tori(), renderer)
      const before = await stands.draw('looking')
      await stands.tell('looking', { glance: { x: 1, y: 0 } })
      expect(changedPixels(before, await stands.draw('looking', {}, 1)).length).toBeGreaterThan(500)
      await stands.tell('looking', { glance: null })
      expect(difference(before, await stands.draw('looking', {}, 4)).mean).toBeLessThan(1)
      await stands.close('looking')
    })
  })

  it('fade into each other without a hole', async () => {
    await host.page.evaluate(() => {
      document.body.style.background = '#e8eaf4'
    })
    await stands.open('fading', tori({ crossfadeMs: 1000 }), 'puppet')
    await stands.draw('fading')
    const shot = async () => pictureOf(await host.page.screenshot({ clip: { x: 0, y: 0, ...SIZE } }))
    const before = await shot()
    await stands.show('fading', tori({ crossfadeMs: 1000 }), 'auto')
    await stands.standing('fading', { renderer: 'live2d' })
    await stands.draw('fading', {}, 0.5)
    expect((await stands.state('fading')).canvases).toBe(2)
    expect(difference(before, await shot()).mean / 255).toBeLessThan(MOST_DIFFERENCE)
    await stands.draw('fading', {}, 1)
    expect((await stands.state('fading')).canvases).toBe(1)
    await stands.close('fading')
  })

  it('keep the graphics card as it was over twenty switches', async () => {
    const livingTextures = () => stands.livingTextures()
    const none = await livingTextures()
    await stands.open('switched', tori(), 'auto')
    await stands.draw('switched')
    const pure = await stands.state('switched')
    const before = await livingTextures()
    for (let i = 1; i <= 20; i++) {
      const renderer = i % 2 ? 'puppet' : 'auto'
      await stands.show('switched', tori({ crossfadeMs: 50 }), renderer)
      await stands.standing('switched', { built: i + 1 })
      await stands.draw('switched', {}, 0.2)
    }
    const { counts, canvases, renderer } = await stands.state('switched')
    expect(renderer).toBe('live2d')
    expect(canvases).toBe(1)
    expect(counts.textures).toBe(pure.counts.textures)
    expect(counts.textureBytes).toBe(pure.counts.textureBytes)
    await expect.poll(livingTextures).toBe(before)
    await stands.close('switched')
    await expect.poll(livingTextures).toBe(none)
  })

  describe('when Live2D cannot draw her', () => {
    const moc = readFileSync(path.join(TORI, 'tori.moc3'))
    const changed = (bytes: Record<number, number>): Buffer => {
      const file = Buffer.from(moc)
      for (const [at, byte] of Object.entries(bytes)) file[Number(at)] = byte
      return file
    }
    afterAll(() => {
      host.put(MOC, moc)
    })

    it.each([
      ['a format too new', changed({ 4: 6 }), /Cubism 5\.3 \(format 6\).*reads up to Cubism 4\.2/],
      ['a file that is cut off', moc.subarray(0, moc.length >> 1), /ends too early|damaged/],
      ['a file that is something else', Buffer.from('<!doctype html>'), /not a \.moc3/],
      ['a file that is not there', null, /no \/models\/tori\/tori\.moc3/],
    ])('because of %s, the puppet does, and why is said', async (_, bytes, sentence) => {
      host.put(MOC, bytes)
      const { renderer, trouble } = await stands.open('troubled', tori(), 'auto')
      expect(renderer).toBe('puppet')
      expect(trouble).toMatch(sentence)
      await stands.close('troubled')
    })

    it('because the Core is missing, the puppet does until it is there', async () => {
      const fresh = await openAvatarPage(browser, { tori: TORI }, testCore!)
      const there = new AvatarStands(fresh)
      fresh.put(CORE, null)
      const { renderer, trouble } = await there.open('without', tori(), 'auto')
      expect(renderer).toBe('puppet')
      expect(trouble).toMatch(/Cubism Core cannot be loaded/)
      fresh.put(CORE, readFileSync(testCore!))
      expect(await there.standing('without', { renderer: 'live2d' })).toMatchObject({ trouble: '' })
      await fresh.close()
    })

    it('a newer Core, which keeps the order of drawing at the model, does as well', async () => {
      const fresh = await openAvatarPage(browser, { tori: TORI }, testCore!)
      const there = new AvatarStands(fresh)
      fresh.put(CORE, Buffer.concat([readFileSync(testCore!), Buffer.from(ORDER_AT_THE_MODEL)]))
      expect(await there.open('newer', tori(), 'auto')).toMatchObject({ renderer: 'live2d', trouble: '' })
      await there.draw('newer')
      expect(await there.standing('newer', { renderer: 'live2d' })).toMatchObject({ trouble: '' })
      await fresh.close()
    })

    it('because the Core is another script, the puppet does', async () => {
      const fresh = await openAvatarPage(browser, { tori: TORI }, testCore!)
      const there = new AvatarStands(fresh)
      fresh.put(CORE, Buffer.from('globalThis.somethingElse = 1'))
      expect(await there.open('other', tori(), 'auto')).toMatchObject({ renderer: 'puppet' })
      expect((await there.state('other')).trouble).toMatch(/not the Core/)
      await fresh.close()
    })
  })
})
