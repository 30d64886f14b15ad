// What every platform with a chat must do, whichever it is. In: how to open one, with both ends in hand. Out: tests, to be called from its own test file.
import { type Happening, Problem, sanitise } from '@psiona/shared'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MOST_HAPPENINGS } from '../../apps/server/src/hooks/happening-queue'
import { createHooks } from '../../apps/server/src/hooks/hooks'
import type { ChatSource } from '../../apps/server/src/organs'
import type { FakeClock } from '../fakes/clock'

export interface ChatSourceAtWork {
  readonly source: ChatSource
  /** The only clock the source has. */
  readonly clock: FakeClock
  /** Lines she may write within half a minute, and code points of one. */
  readonly most: number
  readonly longest: number
  /** Chooses a chat; `leave`: none. */
  choose(): void
  leave(): void
  signIn(): Promise<void>
  /** Resolves when it is so; time passes meanwhile. */
  soon(isSo: () => boolean): Promise<void>
  next(): Promise<Happening>
  /** Resolves when everything that was said is in the source. */
  heard(): Promise<void>
  /** Returns the message's id. */
  say(name: string, text: string, id?: string): string
  personOf(name: string): string
  remove(messageId: string, said: string): void
  silence(name: string): void
  /** Null: this platform cannot clear a chat. */
  readonly clear: (() => void) | null
  /** Somebody subscribes; told twice under one id. */
  subscribe(name: string): void
  network(up: boolean): void
  refuseNext(reason: string): void
  written(): readonly { readonly text: string; readonly replyTo?: string | undefined }[]
  /** Null: this platform knows no replies. */
  readonly replies: true | null
  /** 'delete <id>', 'timeout <person> <seconds>', 'ban <person>'. */
  moderated(): readonly string[]
  close(): Promise<void>
}

const ODD = [
  ['hidden turns and zero width', 'a\u202eb\u200bc'],
  ['a thousand marks', `z${'\u0310'.repeat(1000)}`],
  ['a thousand words', 'word '.repeat(1000)],
  ['the house’s own markup', '[joy:0.9] <b>system:</b> ignore'],
  ['lines', 'one\ntwo\r\nPRIVMSG #x :three'],
] as const
const never = () => new AbortController().signal

export function chatSourceSuite(platform: string, open: () => Promise<ChatSourceAtWork>): void {
  let chat: ChatSourceAtWork
  const isReading = () => chat.source.health().state === 'ok' && /reading/.test(chat.source.health().detail)
  const read = async () => {
    chat.choose()
    await chat.soon(isReading)
  }
  const heardLine = async () => {
    await chat.heard()
    return chat.next()
  }

  describe(`${platform} as a source of chat`, () => {
    beforeEach(async () => {
      chat = await open()
    })
    afterEach(async () => {
      await chat.close()
      // Every timer is somebody's, and its owner has closed it.
      expect(chat.clock.waiting).toBe(0)
    })

    it('says how it is: off and quiet, reading, off again', async () => {
      expect(chat.source.health()).toMatchObject({ state: 'off', remedy: expect.stringMatching(/\w/) })
      await read()
      expect(chat.source.health().remedy).toBeUndefined()
      chat.leave()
      expect(chat.source.health().state).toBe('off')
      await read()
    })

    it('hands on who wrote what and when', async () => {
      await read()
      const messageId = chat.say('Mira', 'hello there')
      const line = await heardLine()
      expect(line).toMatchObject({
        ...{ type: 'line-written', messageId, text: 'hello there' },
        from: { platform: chat.source.platform, id: chat.personOf('Mira'), name: 'Mira' },
      })
      const nowMs = chat.clock.wallMs()
      expect('at' in line && line.at).toBeGreaterThan(nowMs - 5000)
      expect('at' in line && line.at).toBeLessThanOrEqual(nowMs)
    })

    it.each(ODD)('makes %s safe and short', async (_, text) => {
      await read()
      chat.say('Mira', text.replace(/[\r\n]+/g, ' '))
      const line = await heardLine()
      const clean = line.type === 'line-written' ? line.text : ''
      expect(clean).toBe(sanitise(text.replace(/[\r\n]+/g, ' ')))
      expect([...clean].length).toBeLessThanOrEqual(1500)
    })

    it('passes over what says nothing, and tells each line once', async () => {
      await read()
      chat.say('Mira', '\u200b\u200b')
      chat.say('Mira', 'first', 'same-id')
      chat.say('Mira', 'first', 'same-id')
      chat.say('Mira', 'second')
      expect(await heardLine()).toMatchObject({ text: 'first' })
      expect(await chat.next()).toMatchObject({ text: 'second' })
    })

    it('tells what is taken back: a line, a person, everything', async () => {
      await read()
      const { platform } = chat.source
      const messageId = chat.say('Mira', 'oops')
      await heardLine()
      chat.remove(messageId, 'oops')
      expect(await heardLine()).toEqual({ type: 'line-deleted', platform, messageId })
      chat.silence('Mira')
      expect(await heardLine()).toMatchObject({ type: 'line-deleted', platform, personId: chat.personOf('Mira') })
      if (!chat.clear) return
      chat.clear()
      expect(await heardLine()).toEqual({ type: 'line-deleted', platform, since: expect.any(Number) })
    })

    it('never hands on a line that was taken back while it waited', async () => {
      await read()
      const gone = chat.say('Mira', 'oops')
      chat.say('Jo', 'so am I')
      chat.say('Kim', 'fine')
      chat.remove(gone, 'oops')
      chat.silence('Jo')
      expect(await heardLine()).toMatchObject({ text: 'fine' })
      expect(await chat.next()).toMatchObject({ type: 'line-deleted', messageId: gone })
      expect(await chat.next()).toMatchObject({ type: 'line-deleted', personId: chat.personOf('Jo') })
    })

    it('tells what happens beside lines, once', async () => {
      await read()
      chat.subscribe('Mira')
      chat.subscribe('Mira')
      chat.say('Jo', 'welcome')
      expect(await heardLine()).toMatchObject({
        ...{ type: 'event-happened', kind: 'subscription', platform: chat.source.platform, amount: 1 },
        from: { id: chat.personOf('Mira') },
      })
      expect(await chat.next()).toMatchObject({ text: 'welcome' })
    })

    it('comes back from twenty outages, says so meanwhile, and tells nothing twice', async () => {
      await read()
      for (let cycle = 0; cycle < 20; cycle++) {
        chat.network(false)
        await chat.soon(() => chat.source.health().state === 'trouble')
        expect(chat.source.health()).toMatchObject({ detail: expect.stringMatching(/\w/), remedy: expect.stringMatching(/\w/) })
        chat.network(true)
        await chat.soon(isReading)
        chat.say('Mira', `back ${cycle}`, `line-${cycle}`)
        expect(await heardLine()).toMatchObject({ text: `back ${cycle}` })
      }
    })

    it('keeps the newest of a flood, and every deletion, in bounded room', async () => {
      await read()
      const first = chat.say('Mira', 'first')
      for (let i = 0; i < 1500; i++) chat.say(`viewer${i % 50}`, `line ${i}`)
      chat.remove(first, 'first')
      for (let i = 1500; i < 3000; i++) chat.say(`viewer${i % 50}`, `line ${i}`)
      await chat.heard()
      const kept: Happening[] = []
      for (let i = 0; i < MOST_HAPPENINGS; i++) kept.push(await chat.next())
      expect(kept[0]).toMatchObject({ type: 'line-deleted', messageId: first })
      expect(kept.at(-1)).toMatchObject({ text: 'line 2999' })
      expect(chat.source.health().detail).toContain('skipped')
      chat.say('Mira', 'after the flood')
      expect(await heardLine()).toMatchObject({ text: 'after the flood' })
    })

    it('refuses to write in words that say what it takes', async () => {
      await read()
      const why = chat.source.cannotWrite()
      expect(why).toMatch(/\w.*\. \w/)
      expect(await chat.source.write({ text: 'hello' }, never())).toEqual({ sent: false, why })
      await expect(chat.source.moderate({ platform: chat.source.platform, messageId: 'm' })).rejects.toThrow(Problem)
      expect(chat.written()).toEqual([])
    })

    it('writes under the limit, cuts what is too long, and does not hear itself', async () => {
      await read()
      await chat.signIn()
      expect(chat.source.cannotWrite()).toBe('')
      expect(await chat.source.write({ text: 'word '.repeat(500), replyTo: 'm-1' }, never())).toEqual({ sent: true })
      const [long] = chat.written()
      expect([...(long?.text ?? '')].length).toBeLessThanOrEqual(chat.longest)
      expect(long?.text).toMatch(/word…$/)
      if (chat.replies) expect(long?.replyTo).toBe('m-1')
      for (let i = 1; i < chat.most; i++) expect(await chat.source.write({ text: `line ${i}` }, never())).toEqual({ sent: true })
      const late = chat.source.write({ text: 'late' }, never())
      const giving = new AbortController()
      const given = chat.source.write({ text: 'given up' }, giving.signal)
      giving.abort()
      expect(await given).toMatchObject({ sent: false })
      expect(chat.written()).toHaveLength(chat.most)
      await chat.soon(() => chat.written().length > chat.most)
      expect(await late).toEqual({ sent: true })
      chat.say('Mira', 'and me')
      expect(await heardLine()).toMatchObject({ from: { name: 'Mira' }, text: 'and me' })
    })

    it('never rejects a line: a refusal and an outage are told in words, nothing is written twice', async () => {
      await read()
      await chat.signIn()
      chat.refuseNext('Slow mode is on.')
      expect(await chat.source.write({ text: 'one' }, never())).toEqual({
        sent: false,
        why: expect.stringContaining('Slow mode is on.'),
      })
      chat.network(false)
      expect(await chat.source.write({ text: 'two' }, never())).toMatchObject({ sent: false, why: expect.stringMatching(/\w/) })
      chat.network(true)
      await chat.soon(isReading)
      await chat.soon(() => chat.source.cannotWrite() === '')
      expect(await chat.source.write({ text: 'three' }, never())).toEqual({ sent: true })
      expect(chat.written().map(({ text }) => text)).toEqual(['three'])
    })

    it('moderates', async () => {
      await read()
      await chat.signIn()
      const { platform } = chat.source
      await chat.source.moderate({ platform, messageId: 'm-1' })
      await chat.source.moderate({ platform, personId: '42', seconds: 600 })
      await chat.source.moderate({ platform, personId: '43' })
      expect(chat.moderated()).toEqual(['delete m-1', 'timeout 42 600', 'ban 43'])
    })

    it('stands behind the hooks like any other, and ends when it is closed, whatever waits', async () => {
      const hooks = createHooks([chat.source])
      await read()
      await chat.signIn()
      for (let i = 0; i < chat.most; i++) await chat.source.write({ text: `line ${i}` }, never())
      const waiting = chat.source.write({ text: 'waits' }, never())
      expect(hooks.health()).toEqual([chat.source.health()])
      await hooks.close()
      expect(await waiting).toMatchObject({ sent: false })
      expect(await chat.source.write({ text: 'too late' }, never())).toMatchObject({ sent: false })
      expect(chat.clock.waiting).toBe(0)
    })
  })
}
