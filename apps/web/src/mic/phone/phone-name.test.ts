// What a phone calls itself before its owner does.
import { expect, test } from 'vitest'
import { phoneName } from './phone-name'

test('the model where it is told, else the kind of device', () => {
  const android = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/150.0 Mobile Safari/537.36'
  expect(phoneName(android, 'Pixel 9')).toBe('Pixel 9')
  expect(phoneName(android, ' ')).toBe('Android phone')
  expect(phoneName(android.replace('Mobile ', ''), '')).toBe('Android tablet')
  expect(phoneName('Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X)', '')).toBe('iPhone')
  expect(phoneName('Mozilla/5.0 (X11; Linux x86_64)', '')).toBe('Phone')
  expect(phoneName(android, 'x'.repeat(80))).toHaveLength(60)
})
