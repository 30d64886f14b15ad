// The rig in the panel as its owner uses it, with mouse and keys: panic, lines that wait, own words, rules, the sign-in at Twitch, the load.
import { SafetyState, Settings, type TurnRecord } from '@psiona/shared'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startTwitchApi, type TwitchApi } from '../fakes/twitch-api'
import { CLIENT_ID } from '../fakes/twitch-api-id'
import { startTwitchServer, type TwitchServer } from '../fakes/twitch-server'
import { launch, openPage, type WatchedPage } from './browser'
import { type RunningPsiona, startPsiona } from './psiona'

const CHANNEL = 'psiona_test'
const SECRET = 'Zanzibar Street'

let psiona: RunningPsiona
let twitch: TwitchServer
let twitchApi: TwitchApi
let browser: Browser
let panel: WatchedPage
let page: Page

const settings = () => psiona.api('GET', '/api/settings', Settings)
const safety = () => psiona.api('GET', '/api/safety', SafetyState)
const change = async (changes: (kept: Settings) => Partial<Settings>) => {
  const kept = await settings()
  await psiona.api('PUT', '/api/settings', Settings, { ...kept, ...changes(kept) })
}
const button = (name: string | RegExp, within: Page | Locator = page) => within.getByRole('button', { name })
/** As people get there: by the rail, without a reload. */
const goTo = async (name: string) => {
  await page.getByRole('navigation').getByRole('link', { name, exact: true }).click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
}
const openTab = async (name: string) => {
  await goTo('Stream')
  await page.getByRole('tab', { name, exact: true }).click()
}
const panicButton = () => button(/^Panic/, page.getByRole('region', { name: 'Transport' }))
const card = (title: string) => page.getByRole('region', { name: title, exact: true })

beforeAll(async () => {
  twitch = await startTwitchServer()
  twitchApi = await startTwitchApi({ wallMs: Date.now })
  psiona = await startPsiona({
    environment: { PSIONA_TWITCH_SERVER: `127.0.0.1:${twitch.port}`, PSIONA_TWITCH_API: String(twitchApi.port) },
  })
  await change(({ twitch: reading, chat }) => ({
    twitch: { ...reading, channel: CHANNEL },
    chat: { ...chat, cooldownSeconds: 0 },
  }))
  await twitch.joined(CHANNEL)
  browser = await launch()
  panel = await openPage(browser, psiona.url, { viewport: { width: 1280, height: 800 } })
  page = panel.page
  await button('Understood').click()
})
afterAll(async () => {
  await browser?.close()
  await psiona?.stop()
  await twitchApi?.close()
  await twitch?.close()
})
afterEach(async () => {
  await psiona.api('POST', '/api/panic', SafetyState, { on: false })
})

describe('panic in the panel', () => {
  const band = () => page.getByText('She is silent, her face rests, nobody is answered.')

  it('[R125] is one key away while something is being written, and the band leads back by keys as well', async () => {
    const field = page.getByPlaceholder(/^Type to/)
    await field.fill('half a sen')
    await page.keyboard.press('F8')
    await band().waitFor()
    expect((await safety()).panic).toBe(true)
    expect(await field.inputValue()).toBe('half a sen')
    // A second press in a fright switches nothing off.
    await page.keyboard.press('F8')
    await page.keyboard.press('Shift+Escape')
    expect((await safety()).panic).toBe(true)
    await button('Switch panic off').focus()
    await page.keyboard.press('Enter')
    await band().waitFor({ state: 'detached' })
    expect((await safety()).panic).toBe(false)
    await field.fill('')
  })

  it('[R125] is a button in the same place on every page; while it is on, no second sign says the same', async () => {
    const boxes: unknown[] = []
    for (const name of ['Stream', 'Safety', 'Health', 'Live']) {
      await goTo(name)
      boxes.push(await panicButton().boundingBox())
    }
    expect(new Set(boxes.map((box) => JSON.stringify(box))).size).toBe(1)
    await panicButton().click()
    await band().waitFor()
    await expect.poll(() => panicButton().getAttribute('aria-pressed')).toBe('true')
    await expect.poll(async () => (await psiona.health()).parts.find(({ part }) => part === 'safety')?.state).toBe('trouble')
    expect(await page.getByRole('banner').getByText('See why').count()).toBe(0)
    await button('Switch panic off').click()
    await band().waitFor({ state: 'detached' })
    expect((await safety()).panic).toBe(false)
  })
})

describe('lines that wait, in the panel', () => {
  const held = () => page.getByRole('region', { name: 'Lines that wait for you' })
  const turnOf = async (is: (turn: TurnRecord) => boolean) => (await psiona.turns()).find(is)
  /** The key is not taken for a line that has only just come. */
  const press = (key: string) =>
    expect
      .poll(
        async () => {
          await page.keyboard.press(key)
          return held().count()
        },
        { timeout: 20_000 },
      )
      .toBe(0)

  it('[R123] Y lets her say one, N skips one; its place is kept and says what becomes of the next', async () => {
    await goTo('Live')
    await change(({ safety: kept }) => ({ safety: { ...kept, holdSeconds: 30 } }))
    await page.getByText('No line waits.').waitFor()
    twitch.say(CHANNEL, { name: 'kestrel', text: '!uptime' })
    await page.getByText('!uptime').waitFor()
    const chatTop = async () => (await page.getByRole('log', { name: 'Chat' }).boundingBox())?.y ?? Number.NaN
    const before = await chatTop()

    twitch.userNotice(
      CHANNEL,
      'raid',
      { name: 'captain', text: '' },
      { viewerCount: '40', displayName: 'captain', login: 'captain' },
    )
    await held().getByText('Held for you').waitFor()
    await held()
      .getByText(/^· skipped in \d+ s$/)
      .waitFor()
    await held().getByText('To captain').waitFor()
    // A card of up to three rows moves nothing.
    expect(Math.abs((await chatTop()) - before)).toBeLessThan(2)
    await press('y')
    await expect.poll(async () => (await turnOf(({ from }) => from.name === 'captain'))?.heard, { timeout: 30_000 }).toBeTruthy()

    const isJoke = ({ from }: TurnRecord) => from.name === 'sunny_jan'
    twitch.say(CHANNEL, { name: 'sunny_jan', text: 'Tori, tell me a joke?' })
    await held().getByText('To sunny_jan').waitFor({ timeout: 30_000 })
    await press('n')
    await expect.poll(async () => (await turnOf(isJoke))?.status, { timeout: 30_000 }).toBe('cut')
    expect((await turnOf(isJoke))?.heard).toBe('')
    expect((await safety()).counts).toMatchObject({ approved: 1, skipped: 1 })
    await page.getByText('No line waits.').waitFor()
  })

  it('[R123] on another page the tally leads to the line', async () => {
    await goTo('Safety')
    twitch.say(CHANNEL, { name: 'mossy', text: 'Tori, do you like rain?' })
    await page.getByRole('link', { name: 'a line waits for you on Live' }).click()
    await held().getByText('To mossy').waitFor()
    await button(/^Skip/, held()).click()
    await held().waitFor({ state: 'detached' })
    await change(({ safety: kept }) => ({ safety: { ...kept, holdSeconds: 0 } }))
    await page.getByText('No line waits.').waitFor({ state: 'detached' })
  })
})

describe('page Safety', () => {
  const verdictOn = async (text: string) => {
    const box = card('Would she say this?')
    await box.getByLabel('A text to try').fill(text)
    await button('Try it', box).click()
    const answer = box.getByRole('status').filter({ hasText: /She/ })
    await answer.waitFor()
    return (await answer.textContent()) ?? ''
  }

  it('[R121] a word of one’s own is forbidden in whatever spelling, taken out, and brought back', async () => {
    await goTo('Safety')
    const words = card('Words')
    await words.getByRole('textbox', { name: 'Your own words' }).fill(SECRET)
    await button(/^Add to your own words$/, words).click()
    await words.getByText('1 word', { exact: true }).waitFor()
    expect((await settings()).safety.ownWords).toEqual([SECRET])
    // Whoever looks over the owner's shoulder, or at the stream, reads nothing.
    expect(await words.getByText(SECRET).isVisible()).toBe(false)
    expect(await verdictOn('We live in z4nz1b@r  str33t.')).toContain('She does not say it, because of one of your own words.')

    await button(`Remove ${SECRET} from your own words`, words).click()
    await words.getByText('None yet.').waitFor()
    expect(await verdictOn('We live in z4nz1b@r  str33t.')).toContain('She says it.')
    await button('Undo', words).click()
    await words.getByText('1 word', { exact: true }).waitFor()
    expect((await settings()).safety.ownWords).toEqual([SECRET])
    expect(await verdictOn('zanzibar street')).toContain('She does not say it')
  })

  it('[R126] the audit log says what became of the lines, in words and without any of theirs', async () => {
    const log = card('Audit log')
    await log.getByText('You let a line be said.').waitFor()
    await log.getByText('You kept a line from being said.').first().waitFor()
    await log.getByText('Panic was switched on.').first().waitFor()
    expect(((await log.textContent()) ?? '').toLowerCase()).not.toMatch(/captain|sunny_jan|mossy|zanzibar|joke/)
  })
})

describe('rules, in the panel', () => {
  it('[R116] one is made in the dialog, says what it lacks, and is kept; one that is taken out comes back', async () => {
    await openTab('Rules')
    await button('New rule').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('When', { exact: true }).selectOption({ label: 'Panic is pressed' })
    await button('Keep this rule', dialog).click()
    await dialog.getByText('Choose a scene in step 1.').waitFor()
    await dialog.getByLabel('Scene', { exact: true }).fill('Be right back')
    await dialog.getByRole('radio', { name: 'When it is over' }).click()
    await dialog.getByText('When panic is pressed: switch to the scene “Be right back”. Back when that is over.').waitFor()
    await dialog.getByLabel('Title').fill('Panic shows the break')
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    const rules = page.getByRole('list', { name: 'Rules', exact: true })
    await rules.getByText('Panic shows the break').first().waitFor()
    const kept = (await settings()).obs.rules
    expect(kept).toMatchObject([
      {
        id: 'panic-shows-the-break',
        enabled: true,
        when: { on: 'panic' },
        does: [{ do: 'scene', scene: 'Be right back' }],
        back: { after: 'over' },
      },
    ])
    await button(/^Remove Panic shows/, rules).click()
    await button('Undo').click()
    await rules.getByText('Panic shows the break').first().waitFor()
    expect((await settings()).obs.rules).toEqual(kept)
  })
})

describe('the sign-in at Twitch, in the panel', () => {
  it('a client id that cannot be one is refused in words; so is one that Twitch does not know', async () => {
    await openTab('Twitch')
    const login = card('Sign in at Twitch')
    expect(await button('Sign in', login).isDisabled()).toBe(true)
    await login.getByLabel('Client id').fill('NOT one')
    await button('Keep this id', login).click()
    await login.getByText('A client id has 20 to 40 small letters and digits.').waitFor()
    expect((await settings()).twitch.clientId).toBe('')

    const unknown = [...CLIENT_ID].reverse().join('')
    await login.getByLabel('Client id').fill(unknown)
    await button('Keep this id', login).click()
    await expect.poll(async () => (await settings()).twitch.clientId).toBe(unknown)
    await button('Sign in', login).click()
    await login.getByText('Twitch does not know this client id.').first().waitFor()
  })

  it('with the right one a code stands there; once it was entered, the name does, and what comes', async () => {
    const login = card('Sign in at Twitch')
    await login.getByText('Client id', { exact: true }).first().click()
    await login.getByLabel('Client id').fill(CLIENT_ID)
    await button('Keep this id', login).click()
    await expect.poll(async () => (await settings()).twitch.clientId).toBe(CLIENT_ID)
    await button('Sign in', login).click()
    await login.getByText('Waiting for Twitch.').waitFor()
    twitchApi.signIn.enter(CHANNEL)
    await login.getByText(`Signed in as ${CHANNEL}.`).waitFor({ timeout: 30_000 })
    await login.getByText('These come.').waitFor({ timeout: 30_000 })
    await button('Sign out', login).click()
    await button('Sign in', login).waitFor()
  })
})

describe('the load, in the panel', () => {
  it('[R129] shows what she takes, and what she goes without when she is told to', async () => {
    await goTo('Health')
    const load = card('Beside a game')
    await load.getByRole('meter', { name: 'She takes of the processor' }).waitFor()
    await expect
      .poll(async () => Number(await load.getByRole('meter', { name: 'All programs take' }).getAttribute('aria-valuenow')))
      .toBeGreaterThan(0)
    const fewerFrames = load.getByRole('listitem').filter({ hasText: 'She is drawn less often' })
    await fewerFrames.getByText('in reserve').waitFor()
    await load.getByRole('radio', { name: 'By hand' }).click()
    await load.getByRole('slider', { name: 'So many at least' }).press('End')
    await fewerFrames.getByText('in force').waitFor({ timeout: 20_000 })
    await button('Undo', load).click()
    await expect.poll(async () => (await settings()).load.mode).toBe(1)
    await load.getByRole('radio', { name: 'Never' }).click()
    await fewerFrames.getByText('in reserve').waitFor({ timeout: 20_000 })
  })

  it('nobody complained meanwhile, but for the sign-in that was refused', () =>
    expect(panel.complaints.filter((line) => !line.includes('403'))).toEqual([]))
})
