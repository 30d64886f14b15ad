// Browsers by what they say about themselves.
import { expect, test } from 'vitest'
import { browserKind } from './browser-kind'

const CHROME = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36'
const kindOf = (userAgent: string, inObs = false, maxTouchPoints = 0) => browserKind({ userAgent, inObs, maxTouchPoints })

test('each is known by its own sign', () => {
  expect(kindOf(CHROME)).toBe('chrome')
  expect(kindOf(`${CHROME} Edg/150.0.0.0`)).toBe('edge')
  expect(kindOf('Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0')).toBe('firefox')
  const safari =
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15'
  expect(kindOf(safari)).toBe('safari')
  expect(kindOf(safari, false, 5)).toBe('ios')
  expect(kindOf('Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 CriOS/150.0 Safari/604.1')).toBe(
    'ios',
  )
  expect(
    kindOf('Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0 Mobile Safari/537.36'),
  ).toBe('android')
  expect(kindOf('Mozilla/5.0 (Android 15; Mobile; rv:150.0) Gecko/150.0 Firefox/150.0')).toBe('firefox')
})

test('a dock of OBS is told by its window or its name', () => {
  expect(kindOf(CHROME, true)).toBe('obs')
  expect(kindOf(`${CHROME} OBS/31.0.2`)).toBe('obs')
})
