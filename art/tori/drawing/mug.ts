// A mug with a wave on it, held at its handle by her left hand, and the steam over it.
import { ellipse, outline, ribbon, spline } from './curve'
import { type Dot, dots } from './dot'
import { linear } from './paint'
import { PALETTE as C } from './palette'
import type { Pen } from './pen'
import { PROPORTIONS as P } from './proportions'

const BODY = outline('-2,1306! 2,1400 8,1452 24,1474 66,1482 108,1474 124,1452 130,1400 134,1306! 110,1318 66,1323 22,1318')

export const paintMug = (pen: Pen): void => {
  const handle = ribbon(spline(dots('1122,1346,18 1168,1344,19 1186,1384,19 1166,1426,18 1122,1432,16')))
  pen.shape(handle, C.mug.shade, C.mug.line, 6)
  pen.shape(BODY, C.mug.base, C.mug.line, 7)
  pen.clip([BODY], () => {
    pen.fill(outline('96,1300 100,1400 92,1490 150,1490 150,1300'), C.mug.shade, 0.8)
    pen.fill(outline('16,1330 20,1440 30,1460 34,1440 30,1330'), '#ffffff', 0.9)
    const wave = (phase: number): Dot[] =>
      Array.from({ length: 41 }, (_, i) => {
        const u = i / 40
        const bow = 7 * Math.sin(Math.PI * u)
        return [P.axisX + u * 134, 1396 + bow + 17 * Math.sin(u * 4 * Math.PI + phase), 7]
      })
    pen.line(wave(0), C.collar.trim).line(wave(Math.PI), C.gold.base)
  })
  const mouth = ellipse(1066, 1306, 68, 17)
  pen.shape(mouth, C.mug.base, C.mug.line, 6)
  pen.fill(ellipse(1066, 1308, 56, 11), linear(1010, 1300, 1120, 1316, [0, '#8a4b2c'], [1, '#5d2c1c']))
}

export const STEAM_ID = 'mug_steam'
export const paintSteam = (pen: Pen): void => {
  for (const [wisp, opacity] of [
    ['1040,1296,0 1028,1262,15 1050,1228,19 1034,1190,14 1046,1156,0', 0.8],
    ['1076,1292,0 1092,1254,16 1068,1216,20 1088,1174,14 1072,1136,0', 0.85],
    ['1106,1298,0 1114,1270,11 1100,1244,13 1112,1216,0', 0.7],
  ] as const) {
    pen.ink(
      dots(wisp).map(([x, y, width]): Dot => [x, y, width ? width + 5 : 0]),
      '#9fb4dc',
      opacity * 0.45,
    )
    pen.ink(dots(wisp), '#ffffff', opacity)
  }
}
