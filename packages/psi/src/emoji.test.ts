import { describe, expect, it } from 'vitest'
import { cutAtEmoji, emojiName } from './emoji'

describe('text is cut at pictures', () => {
  it.each<readonly [string, readonly string[]]>([
    ['plain', ['plain']],
    ['a🍕b', ['a', '🍕', 'b']],
    ['🍕🍕🍕', ['', '🍕', '']],
    ['so😂cute', ['so', '', 'cute']],
    ['👩‍👩‍👧', ['', '', '']],
    ['🇯🇵', ['', '🇯🇵', '']],
    ['❤️', ['', '❤️', '']],
    ['2️⃣', ['2️⃣']],
    ['©2024™', ['©2024™']],
  ])('%s', (text, parts) => expect(cutAtEmoji(text)).toEqual(parts))
})

describe('the name of a picture', () => {
  it('is that of a thing or a country', () => {
    expect(emojiName('🍕')).toBe('pizza')
    expect(emojiName('☀️')).toBe('sun')
    expect(emojiName('🇩🇪')).toBe('germany')
  })
  it('is none for faces, hands, hearts and countries nobody listed', () => {
    for (const felt of ['😂', '👍', '❤️', '💔', '🇦🇶', 'x', '']) expect(emojiName(felt)).toBeNull()
  })
})
