// The picture: every module where it belongs, light around it, a name for those who do not see it.
import { encode } from 'uqr'
import { expect, test } from 'vitest'
import { qrCode } from './qr-code'

const LINK = 'https://192.168.100.200:3211/mic#pair=AbCdEfGhIjKlMnOpQrStUv'

test('[R94] the modules of the code are dark, all others light, four light ones around', () => {
  const svg = qrCode(LINK, 'A code')
  const { size, data } = encode(LINK, { ecc: 'M', border: 4 })
  const dark = new Set(Array.from(svg.matchAll(/M(\d+) (\d+)h1v1h-1z/g), ([, x, y]) => `${x},${y}`))
  expect(dark.size).toBeGreaterThan(300)
  for (let y = 0; y < size; y++) for (let x = 0; x < size; x++) expect(dark.has(`${x},${y}`)).toBe(data[y]?.[x])
  const places = [...dark].flatMap((place) => place.split(',').map(Number))
  expect([Math.min(...places), Math.max(...places)]).toEqual([4, size - 5])
  expect(svg).toContain(`<rect width="${size}" height="${size}" fill="#fff"/>`)
})

test('[R94] it is a picture with a name, and says its content to nobody', () => {
  const svg = qrCode(LINK, 'A code')
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" [^>]*role="img" aria-label="A code"/)
  expect(svg).not.toContain('pair=')
  expect(svg).not.toMatch(/<script|href|style=/)
})
