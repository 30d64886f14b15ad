// The open lab coat: front panels with lapels, seams, a breast pocket with pens on her right, a patch pocket below.
import { type Outline, outline, stroke } from './curve'
import { type Dot, type Side, shifted } from './dot'
import { LEAVES } from './gestures'
import { pair, shownBy } from './layer'
import { lightEdge } from './light-edge'
import { gold, vertical } from './paint'
import { PALETTE as C } from './palette'
import type { Pen } from './pen'

export const panelOutline = (side: Side): Outline =>
  outline(
    `78,1138 190,1182 300,1222 336,1300 312,1500 276,1700 256,1860 282,2040 330,2240 362,2440!
     222,2440! 194,2140 178,1900 182,1660 170,1480 132,1330 92,1200!`,
    side,
  )

const LAPEL = '96,1190! 190,1250 276,1404! 218,1428! 254,1472! 224,1566 182,1724! 166,1480 128,1330'

const stitches = (pen: Pen, text: string, side: Side): void => {
  const [a, b] = stroke(text, side)
  const length = Math.hypot(b![0] - a![0], b![1] - a![1])
  const count = Math.floor(length / 16)
  for (let i = 0; i < count; i++) {
    const at = (t: number): Dot => [a![0] + (b![0] - a![0]) * t, a![1] + (b![1] - a![1]) * t, 2.5]
    pen.line([at(i / count), at((i + 0.55) / count)], C.coat.line, 0.45)
  }
}

const patchPocket = (pen: Pen, side: Side): void => {
  const pocket = outline('222,2150! 316,2136! 342,2290 330,2310 248,2326 234,2310', side)
  pen.shape(pocket, vertical(2140, 2330, [0, '#f8f5ff'], [1, '#e6e0f5']), C.coat.line, 5)
  pen.clip([pocket], () => {
    pen.fill(outline('300,2130 320,2240 322,2330 360,2330 360,2130', side), C.coat.shade, 0.9)
    pen.ink(stroke('220,2174,4 318,2160,4', side), C.coat.line, 0.6)
  })
}

const breastPocket = (pen: Pen): void => {
  const side = -1
  for (const [x, top, paint, line] of [
    [240, 1578, gold(750, 1570, 772, 1640), C.gold.line],
    [262, 1592, C.collar.trim, C.vest.line],
  ] as const) {
    pen.shape(outline(`${x - 6},${top}! ${x + 6},${top}! ${x + 6},1660! ${x - 6},1660!`, side), paint, line, 4)
    pen.ink(stroke(`${x + 2},${top + 10},3 ${x + 2},1630,3`, side), '#ffffff', 0.7)
  }
  const pocket = outline('214,1634! 284,1626! 278,1722 268,1734 222,1740 213,1728', side)
  pen.shape(pocket, '#f6f3fd', C.coat.line, 5)
  pen.clip([pocket], () => pen.fill(outline('214,1634 226,1640 224,1730 240,1736 200,1750 204,1634', side), C.coat.shade, 0.7))
  pen.ink(stroke('213,1652,3 284,1644,3', side), C.coat.line, 0.6)
}

const panel = (pen: Pen, side: Side): void => {
  const lit = side < 0
  const body = panelOutline(side)
  pen.shape(body, vertical(1200, 2400, [0, C.coat.base], [0.6, '#f4f0fc'], [1, '#e9e4f6']), C.coat.line, 7)
  pen.clip([body], () => {
    const shade = '262,1330 240,1560 234,1760 224,1880 244,2060 290,2240 304,2440 440,2440 380,1900 360,1500 340,1300'
    pen.fill(outline(shade, side), C.coat.shade, lit ? 0.75 : 1)
    const deep = '290,1420 270,1600 256,1760 240,1880 268,2040 330,2240 360,2440 440,2440 380,1900 350,1400'
    pen.fill(outline(deep, side), C.coat.deep, lit ? 0.4 : 0.6)
    for (const fold of ['232,1866! 206,1960 210,2060 226,1960', '196,1900! 226,2080 252,2330! 214,2100'])
      pen.fill(outline(fold, side), C.coat.shade, 0.9)
    pen.ink(stroke('232,1866,0 236,2080,5 268,2330,0', side), C.coat.line, 0.6)
    pen.ink(stroke('246,1876,0 270,1980,4 300,2080,0', side), C.coat.line, 0.45)
    pen.ink(stroke('204,1640,0 196,1760,4 206,1850,0', side), C.coat.line, 0.5)
    patchPocket(pen, side)
    pen.ink(stroke('150,1345,3 186,1480,4 199,1660,4 196,1900,4 212,2140,4 242,2440,4', side), C.collar.trim, 0.9)
    lightEdge(pen, body, '#ffffff', 0.9)
  })
  if (side < 0) breastPocket(pen)
  const lapel = outline(LAPEL, side)
  pen.clip([body], () => pen.fill(shifted(lapel, 12, 20), '#3a3a86', 0.2))
  pen.shape(lapel, vertical(1200, 1640, [0, '#ffffff'], [1, '#efeafa']), C.coat.line, 6)
  pen.clip([lapel], () => {
    pen.fill(outline('228,1300 206,1420 206,1520 172,1740 290,1640 300,1350', side), C.coat.shade, lit ? 0.5 : 0.8)
    pen.ink(stroke('112,1210,0 196,1262,4 256,1386,3', side), C.coat.line, 0.35)
  })
  stitches(pen, '214,1440 242,1474', side)
}

export const COAT = shownBy({ every: { outfit: LEAVES } }, pair('coat_panel', 'coat', panel))
