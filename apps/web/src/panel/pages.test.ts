import { expect, test } from 'vitest'
import { PAGES, pageAt } from './pages'

test('an address is its page, however the export is served', () => {
  for (const path of ['/voice', '/voice/', '/voice.html']) expect(pageAt(path).href).toBe('/voice')
  expect(pageAt('/').href).toBe('/')
})
test('a page that is part of another shows as that one', () => {
  expect(pageAt('/rate').href).toBe('/voice')
})
test('what is no page is Live', () => {
  expect(pageAt('/nowhere').href).toBe('/')
})
test('pages differ in address and letter', () => {
  expect(new Set(PAGES.map(({ letter }) => letter)).size).toBe(PAGES.length)
  expect(new Set(PAGES.map(({ href }) => href)).size).toBe(PAGES.length)
})
