import { describe, expect, it } from 'vitest'
import { attentionAtWork } from '../../../tests/fakes/attention-at-work'

describe('who is answered', () => {
  it('never somebody who is ignored, in any case', () => {
    const { consider } = attentionAtWork({ settings: { ignored: ['NightBot', 'Möbius', '@Streamlabs'] } })
    expect(consider('Tori, do you like tips?', 'StreamLabs')).toBe('passed-over · ignored')
    expect(consider('Tori, are you a bot?', 'nightBOT')).toBe('passed-over · ignored')
    expect(consider('Tori?', 'mÖBIUS', { paid: { kind: 'bits', amount: 100, title: '' } })).toBe('passed-over · ignored')
    expect(consider('Tori?', 'nightbot2')).toContain('next')
  })

  it.each([
    ['moderators', { subscriber: true }, 'passed-over · only moderators are answered'],
    ['moderators', { moderator: true }, 'next · names her, a moderator'],
    ['subscribers', {}, 'passed-over · only subscribers are answered'],
    ['subscribers', { subscriber: true }, 'next · names her, a subscriber'],
    ['subscribers', { vip: true }, 'next · names her, a VIP'],
    ['subscribers', { broadcaster: true }, 'next · names her, the streamer'],
    ['regulars', {}, 'passed-over · only regulars are answered'],
    ['regulars', { subscriber: true }, 'next · names her, a subscriber'],
  ] as const)('only %s: %o', (answers, roles, tag) => {
    const { consider } = attentionAtWork({ settings: { answers } })
    expect(consider('Tori', 'mira', roles)).toBe(tag)
  })

  it('a regular is who has been seen over time, not who has written much', async () => {
    const { consider, clock } = attentionAtWork({ settings: { answers: 'regulars' } })
    for (let i = 0; i < 50; i++) consider(`Tori ${i}`, 'loud')
    expect(consider('Tori, and now?', 'loud')).toContain('only regulars')
    for (let i = 0; i < 3; i++) {
      consider(`well ${i}`, 'quiet')
      await clock.advance(4 * 60_000)
    }
    expect(consider('Tori, do you know me?', 'quiet')).toBe('next · names her, asks, a regular')
  })

  it('again after the time the owner chose', async () => {
    const { consider, answer, over, clock } = attentionAtWork({ settings: { cooldownSeconds: 5 } })
    consider('Tori one', 'a')
    answer()
    over()
    expect(consider('Tori two', 'a')).toBe('waiting · was answered a moment ago')
    await clock.advance(5000)
    expect(answer()).toBe('Tori two')
  })

  it('what is said to somebody else is left to them', () => {
    const { consider } = attentionAtWork()
    expect(consider('@mira how was it?', 'a')).toBe('shown · talks to somebody else')
    const replyTo = { messageId: 'x', personId: '7', name: 'Mira' }
    expect(consider('@Mira how was it?', 'b', { replyTo })).toBe('shown · talks to somebody else')
    expect(consider('and you?', 'c', { replyTo: { ...replyTo, name: 'Tori' } })).toBe('next · speaks to her, asks')
  })
})

describe('which lines are for her', () => {
  it('those with the prefix, which she does not read', () => {
    const { consider, answer, choose } = attentionAtWork({ settings: { prefix: '!tori', prefixOnly: true } })
    expect(consider('!TORI what is this?', 'a')).toBe('next · speaks to her, asks')
    expect(consider('Tori, what is this?', 'b')).toBe('shown · without !tori')
    expect(consider('!torism', 'c')).toBe('passed-over · commands')
    expect(consider('!tori', 'd')).toBe('passed-over · no words')
    expect(answer()).toBe('what is this?')
    choose({ prefix: '!tori' })
    expect(consider('Tori, and this?', 'e')).toBe('next · names her, asks')
  })

  it('[R119] none of somebody else whose name begins with the prefix', () => {
    const { consider } = attentionAtWork({ settings: { prefix: '@tori' } })
    expect(consider('@tori_fan how are you?', 'a')).toBe('shown · talks to somebody else')
  })

  it('none with a blocked word, however it is spelt', () => {
    const { consider } = attentionAtWork({ settings: { blockedWords: ['spoiler'] } })
    expect(consider('Tori, a sp0iler?', 'a')).toBe('passed-over · a blocked word')
    expect(consider('Tori, no spoilers', 'b')).toContain('next')
  })

  it('only in the languages she answers, when that is certain', () => {
    const { consider } = attentionAtWork({ settings: { languages: ['en-US', 'de'] } })
    expect(consider('Tori, ¿cuándo sale el próximo juego, amigo mío?', 'a')).toBe('passed-over · another language')
    expect(consider('Tori, was machst du heute noch alles?', 'b')).toContain('next')
    expect(consider('Tori pls', 'c')).toContain('waiting')
  })

  it('none that would not be read on stream; asked only of what would be answered', () => {
    const asked: string[] = []
    const wouldRefuse = (text: string) => {
      asked.push(text)
      return text.includes('vile')
    }
    const { consider, choose } = attentionAtWork({ wouldRefuse })
    consider('Tori?', 'a')
    expect(consider('something vile', 'b')).toBe('shown · others wait for an answer')
    expect(consider('Tori, vile?', 'c')).toBe('passed-over · would not be read on stream')
    expect(consider('cheer1 vile', 'd', { paid: { kind: 'bits', amount: 1, title: '' } })).toBe(
      'passed-over · would not be read on stream',
    )
    expect(asked).toEqual(['Tori?', 'Tori, vile?', 'cheer1 vile'])
    choose({ filter: false })
    expect(consider('Tori, so vile?', 'e')).toContain('waiting')
  })

  it('what asks more takes the place of small talk', () => {
    const { consider, answer, told } = attentionAtWork()
    let first = ''
    for (let i = 0; !first.startsWith('next'); i++) first = consider(`nothing much happens number ${i}`, `p${i}`)
    expect(consider('first time here, what is this?', 'new', { firstMessage: true })).toBe('next · asks, first time here')
    expect(told.some((one) => one.endsWith('passed-over · another asked more'))).toBe(true)
    expect(answer()).toBe('first time here, what is this?')
    expect(answer()).toBeNull()
  })
})
