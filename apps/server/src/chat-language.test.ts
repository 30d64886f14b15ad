import { describe, expect, it } from 'vitest'
import { isForeign } from './chat-language'

describe('a line in another language', () => {
  it.each([
    'wann kommt das neue spiel endlich raus',
    'bonjour tout le monde, comment allez-vous ?',
    'cuando sale el juego nuevo amigo mio',
    'это очень круто, давай ещё',
    '今日はいい天気ですね',
    '안녕하세요 여러분',
    'สวัสดีครับทุกคน',
  ])('%s is not English', (line) => expect(isForeign(line, ['en-US'])).toBe(true))

  it.each([
    'hello everyone how are you doing today',
    'what a play omg',
    'gg wp everyone nice game',
    'that boss is so hard bro how do you beat it',
    'imagine dying to that LMAO',
    'bro is cooking fr fr no cap',
    'nice clutch bro',
    'LUL LUL KEKW PogChamp',
    'https://example.com/una-pagina-muy-interesante lol',
    '@cuandosaleeljuego hi',
    'hola',
    '123 456',
    '',
  ])('%s may be English', (line) => expect(isForeign(line, ['en-US'])).toBe(false))

  it('is at home among several, under each of its names, and wherever nothing is certain', () => {
    expect(isForeign('wann kommt das neue spiel endlich raus', ['en', 'de-AT'])).toBe(false)
    expect(isForeign('jeg vet ikke hva jeg skal si om dette spillet', ['nb-NO'])).toBe(false)
    expect(isForeign('我觉得这个游戏很好玩', ['zh-CN'])).toBe(false)
    expect(isForeign('wann kommt das neue spiel endlich raus', [])).toBe(false)
    // Ukrainian is none of the languages that can be told apart.
    expect(isForeign('wann kommt das neue spiel endlich raus', ['en', 'uk'])).toBe(false)
  })
})
