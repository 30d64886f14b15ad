import { boundedSpeech, createFilter, rulesOf, speechSeconds } from '@psiona/safety'
import { ChatSettings, type Line, type LineWritten, SafetySettings } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { fakeClock } from '../../../tests/fakes/clock'
import { each, turnOf, viewer } from '../../../tests/fakes/turns'
import { createFloor } from './floor'
import { createGuard } from './guard'

const settings = SafetySettings.parse({ ownWords: ['Ravenholm'], insteadSays: 'Not that.' })
const filter = createFilter()
const rules = rulesOf('twitch', settings)

const setUp = () =>
  createGuard({
    clock: fakeClock(),
    review: (text, before) => filter.review(text, rules, before),
    settings: () => settings,
    exempt: () => false,
    drop: () => {},
    note: () => {},
    onChange: () => {},
    onTrouble: (cause) => {
      throw cause
    },
  })
const said = async (...texts: readonly string[]) => {
  const turn = turnOf('hi', { from: viewer('Mira') })
  const lines = texts.map(
    (text, at): Line => ({ id: `l${at}`, turn, text, emotion: {}, last: at === texts.length - 1, urgency: 'in-turn' }),
  )
  const out: string[] = []
  for await (const { text } of setUp().pass(each(...lines))) if (text) out.push(text)
  return out
}

describe('the guard with the real filter', () => {
  it('lets plain talk pass', async () => {
    const talk = ['Hello, Mira.', 'That boss took me nine tries, and I still laugh about it.']
    expect(await said(...talk)).toEqual(talk)
  })

  it('holds back what the owner forbade, links, and what is private', async () => {
    expect(await said('We do not go to Ravenholm.', 'Ever.')).toEqual(['Not that.'])
    expect(await said('Well.', 'Look at free-skins.example.com/now.')).toEqual(['Well.', 'Not that.'])
    expect(await said('Write to jane.doe@example.com.')).toEqual(['Not that.'])
  })

  it('keeps of a whole answer what is said of it', () => {
    const turn = turnOf('hi')
    expect(setUp().redact(turn, 'Hello. We do not go to Ravenholm. Ever.')).toBe('Hello. Not that.')
  })
})

const paidLine = (text: string, name = 'Mira'): LineWritten => ({
  type: 'line-written',
  messageId: 'm1',
  from: { ...viewer('Mira'), name },
  text,
  paid: { kind: 'bits', amount: 100, title: '' },
  at: 1000,
})
const readAloud = (line: LineWritten): string => {
  const lines = [line]
  const floor = createFloor({
    clock: fakeClock(),
    attention: {
      next: () => (lines[0] ? { ...(lines.shift() as LineWritten), people: 1 } : null),
      busy: () => {},
      forget: () => [],
      clear: () => {},
    },
    chat: () => ChatSettings.parse({}),
    quiet: () => false,
    wouldRefuse: (text) => !filter.review(text, rules).allowed,
    nudge: () => {},
  })
  const text = floor.next()?.text ?? ''
  floor.close()
  return text
}

describe('what is read aloud, with the real bounds', () => {
  it.each([
    ['a scream', 'w'.repeat(5000)],
    ['many words', 'hello there '.repeat(400)],
    ['a figure', `${10n ** 40n}`],
    ['emoji', '😀'.repeat(300)],
    ['orders to the voice', '<speak><prosody rate="1%"><break time="99s"/>[whisper]*sighs*</prosody></speak>'],
    ['nested orders', '[[laugh]laugh] {{x}} ［whisper］ [*laughs*] <<b>speak>'],
    ['marks', `a${'\u0301'.repeat(4000)}`],
    ['Japanese', 'すごいですね'.repeat(300)],
  ])('is at most 15 s and holds no order: %s', (_, text) => {
    const spoken = readAloud(paidLine(text))
    expect(spoken).toMatch(/^Mira gives 100 bits/)
    expect(speechSeconds(spoken)).toBeLessThanOrEqual(15)
    expect(spoken).not.toMatch(/[[\]<>{}*]/)
  })

  it('says an ordinary line as it is', () => {
    expect(readAloud(paidLine('What are you building today?'))).toBe('Mira gives 100 bits: What are you building today?')
  })

  it('names somebody where a name is none', () => {
    expect(readAloud(paidLine('Hi', 'Ravenholm'))).toBe('Somebody gives 100 bits: Hi')
    expect(speechSeconds(readAloud(paidLine('Hi', '1234567890'.repeat(10))))).toBeLessThanOrEqual(15)
  })

  it('is never longer than asked, so that names leave room', () => {
    for (const seconds of [1, 3, 15])
      expect(speechSeconds(boundedSpeech('hello there '.repeat(99), { seconds }))).toBeLessThanOrEqual(seconds)
  })
})
