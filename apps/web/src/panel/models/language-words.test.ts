import { expect, test } from 'vitest'
import { languageWords } from './language-words'

test('a few languages are named, many are counted', () => {
  expect(languageWords(['en', 'de'])).toBe('English, German')
  expect(languageWords(['en', 'de', 'fr', 'es', 'it'])).toBe('5 languages')
})

test('what is no tag stands as it is', () => {
  expect(languageWords(['english, mostly'])).toBe('english, mostly')
})
