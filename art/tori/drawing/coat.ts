// The open lab coat: front panels with lapels, sleeves with a band of two coupled waves.
import { type Outline, outline, stroke } from './curve'
import type { Dot, Side } from './dot'
import { smooth } from './interpolation'
import { pair } from './layer'
import { vertical } from './paint'
import { PALETTE as C } from './palette'
import type { Pen } from './pen'
import { PROPORTIONS as P } from './proportions'

export const panelOutline = (side: Side): Outline =>
  outline(
    `78,1138 190,1182 300,1222 330,1300 296,1500 258,1700 240,1860 268,2040 318,2240 350,2440!
     226,2440! 196,2140 178,1900 182,1660 170,1480 132,1330 92,1200!`,
    side,
  )

export const sleeveOutline = (side: Side): Outline =>
  outline(
    `236,1192! 322,1212 384,1264 410,1360 420,1520 434,1700 456,1870 458,2030 442,2240 424,2440!
     262,2440! 276,2240 290,2050 298,1890 292,1740 282,1600 270,1500 264,1420! 256,1320`,
    side,
  )

const panel = (pen: Pen, side: Side): void => {
  const lit = side < 0
  const body = panelOutline(side)
  pen.shape(body, vertical(1200, 2400, [0, C.coat.base], [0.6, '#f4f0fc'], [1, '#e9e4f6']), C.coat.line, 7)
  pen.clip([body], () => {
    const shade = `250,1330 226,1560 222,1760 214,1880 236,2060 272,2240 288,2440 420,2440 360,1900 340,1500 320,1300`
    pen.fill(outline(shade, side), C.coat.shade, lit ? 0.7 : 0.95)
    const deep = '270,1420 252,1600 242,1760 230,1880 256,2040 310,2240 340,2440 420,2440 360,1900 330,1400'
    pen.fill(outline(deep, side), C.coat.deep, 0.55)
    pen.ink(stroke('226,1880,0 232,2080,5 262,2330,0', side), C.coat.line, 0.6)
    pen.ink(stroke('150,1345,3 186,1480,4 199,1660,4 196,1900,4 214,2140,4 246,2440,4', side), C.collar.trim, 0.9)
  })
  const lapel = outline('96,1190! 190,1250 268,1400! 214,1424! 250,1466! 222,1560 182,1720! 166,1480 128,1330', side)
  pen.shape(lapel, vertical(1200, 1640, [0, '#ffffff'], [1, '#efeafa']), C.coat.line, 6)
  pen.clip([lapel], () => {
    pen.fill(outline('222,1300 206,1420 206,1520 172,1740 290,1640 300,1350', side), C.coat.shade, lit ? 0.5 : 0.8)
  })
}

const folds = (pen: Pen, side: Side): void => {
  pen.fill(outline('290,1850! 340,1890 392,1894 430,1880! 396,1922 340,1926', side), C.coat.shade)
  for (const [fold, opacity] of [
    ['286,1850,0 336,1888,6 400,1896,0', 0.85],
    ['448,1900,0 404,1950,5 350,1958,0', 0.7],
    ['290,1940,0 322,1984,5 364,1996,0', 0.7],
    ['270,1440,0 300,1500,5 306,1570,0', 0.7],
    ['262,1410,0 312,1440,5 352,1436,0', 0.6],
    ['450,2160,0 410,2210,5 360,2220,0', 0.6],
  ] as const)
    pen.ink(stroke(fold, side), C.coat.line, opacity)
}

const cuff = (pen: Pen, side: Side): void => {
  const shape = outline('270,2296! 350,2318 460,2296! 460,2450! 260,2450!', side)
  pen.fill(shape, vertical(2296, 2420, [0, '#3c4a94'], [1, C.hair.ink]))
  pen.ink(stroke('270,2296,5 350,2318,5 460,2296,5', side), C.coat.line)
  pen.ink(stroke('270,2314,4 350,2336,4 460,2314,4', side), C.gold.base)
}

/** The two waves run in phase on her right arm, in antiphase on her left. */
const band = (pen: Pen, side: Side): void => {
  pen.fill(outline('270,1622! 340,1640 440,1628! 446,1712! 350,1728 270,1708!', side), C.hair.mid, 0.95)
  const wave = (phase: number): Dot[] =>
    Array.from({ length: 61 }, (_, i) => {
      const u = i / 60
      const y = 1674 + 10 * Math.sin(Math.PI * u) + 20 * Math.sin(u * 4 * Math.PI + phase)
      return [P.axisX + side * (272 + u * 170), y, 6]
    })
  pen.line(wave(0), C.phone.glow).line(wave(side > 0 ? Math.PI : 0.5), C.gold.base)
  pen.ink(stroke('266,1620,3 340,1638,3 442,1626,3', side), C.gold.base)
  pen.ink(stroke('266,1706,3 350,1727,3 448,1711,3', side), C.gold.base)
}

const sleeve = (pen: Pen, side: Side): void => {
  const body = sleeveOutline(side)
  const paint = vertical(1220, 2400, [0, C.coat.base], [0.6, '#f6f2fd'], [1, '#e6e0f4'])
  pen.shape(body, paint, C.coat.line, 7, (_x, y) => smooth(1205, 1250, y) * 0.9 + 0.1)
  pen.clip([body], () => {
    const outer = '384,1250 386,1400 384,1560 380,1720 396,1880 396,2060 388,2250 376,2460 560,2460 520,1800 450,1300'
    const wide = '250,1400 304,1560 316,1720 322,1880 326,2060 322,2250 314,2460 200,2460 200,1700'
    const narrow = '250,1400 286,1560 296,1720 306,1880 308,2060 304,2250 296,2460 200,2460 200,1700'
    pen.fill(outline(side > 0 ? outer : wide, side), C.coat.shade, 0.9)
    if (side > 0) pen.fill(outline(narrow, side), C.coat.shade, 0.7)
    folds(pen, side)
    cuff(pen, side)
    pen.ink(stroke('250,1206,3 292,1262,5 296,1340,4 272,1420,0', side), C.coat.line, 0.55)
    band(pen, side)
  })
}

export const COAT = [...pair('coat_panel', 'body', panel), ...pair('arm', 'body', sleeve)]
