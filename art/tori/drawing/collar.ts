// What lies on the coat: soft shadows, the collar with its sine trim, bow and tuning-fork pendant.

import { softShadow } from './cast-shadows'
import { panelOutline } from './coat'
import { closed, cut, ellipse, type Line, normals, outline, ribbon, spline, stroke } from './curve'
import { corner, distance, dots, fromAxis, SIDES, type Side, shifted } from './dot'
import { LEAVES } from './gestures'
import { layer, pair, shownBy } from './layer'
import { gold, linear, vertical } from './paint'
import { PALETTE as C } from './palette'
import type { Pen } from './pen'
import { TORSO } from './trunk'

const EDGE = dots('92,1112 170,1160 238,1226 262,1300 236,1372 176,1408 112,1398 56,1350 14,1262!')
export const collarOutline = (side: Side) => closed(fromAxis([...EDGE, [44, 1200], corner(76, 1120)], side))

const clothesShadow = (pen: Pen): void => {
  const panels = SIDES.map((side) => panelOutline(side))
  pen.clip([TORSO, ...panels], () => {
    for (const side of SIDES) softShadow(pen, shifted(collarOutline(side), 4, 26), 0.22)
  })
  const shoulders = outline('-420,1150 420,1150 396,1236 300,1262 0,1200 -300,1262 -396,1236')
  pen.clip(panels, () => softShadow(pen, shoulders, 0.14))
}

const trim = (pen: Pen, side: Side): void => {
  const edge = cut(spline(fromAxis(EDGE, side), false, 3), 0.07, 0.98)
  const normal = normals(edge)
  const inset = (px: (lengthPx: number) => number, width: number): Line => {
    let length = 0
    return edge.map((p, i) => {
      if (i > 0) length += distance(p, edge[i - 1]!)
      const by = side * px(length)
      return [p[0] + normal[i]![0] * by, p[1] + normal[i]![1] * by, width]
    })
  }
  pen.line(
    inset((length) => 28 + 10 * Math.sin((length / 62) * 2 * Math.PI), 7),
    C.collar.trim,
  )
  pen.line(
    inset(() => 9, 3),
    C.gold.base,
  )
}

const collar = (pen: Pen, side: Side): void => {
  const body = collarOutline(side)
  pen.shape(body, vertical(1120, 1400, [0, '#ffffff'], [1, '#f3f2fc']), C.collar.line, 7)
  pen.clip([body], () => {
    const away = '250,1220 216,1290 196,1350 130,1392 100,1440 300,1440 300,1240'
    const lit = '-20,1230 40,1300 80,1372 150,1400 140,1440 -40,1440'
    pen.fill(outline(side > 0 ? away : lit, side), C.collar.shade, 0.85)
    pen.fill(outline('70,1090 92,1130 60,1196 20,1262 -30,1200', side), C.collar.shade, 0.9)
    trim(pen, side)
  })
}

const bowPaint = linear(880, 1200, 1120, 1420, [0, C.bow.light], [0.35, C.bow.base], [1, C.bow.shade])

const bowTail = (pen: Pen, side: Side): void => {
  const tail = outline('6,1280! 44,1330 92,1424! 62,1420! 42,1446! 20,1370', side)
  pen.shape(tail, bowPaint, C.bow.line, 5)
  pen.clip([tail], () => pen.fill(outline('0,1280 30,1340 40,1450 0,1400', side), C.bow.shade, 0.6))
}

const bowLoop = (pen: Pen, side: Side): void => {
  const loop = outline('8,1266! 60,1222 118,1218 136,1264 120,1318 60,1308 8,1286!', side)
  pen.shape(loop, bowPaint, C.bow.line, 6)
  pen.clip([loop], () => pen.fill(outline('0,1282 60,1290 124,1300 140,1340 0,1330', side), C.bow.shade, 0.75))
  pen.ink(stroke('14,1274,6 50,1262,5 84,1258,0', side), C.bow.line, 0.8)
  pen.ink(stroke('14,1282,4 46,1286,3 66,1294,0', side), C.bow.line, 0.6)
}

const pendant = (pen: Pen): void => {
  const paint = gold(970, 1300, 1030, 1440)
  const fork = ribbon(spline(dots('974,1312,15 974,1362,15 980,1386,15 1000,1396,16 1020,1386,15 1026,1362,15 1026,1312,15')))
  const stem = ribbon(spline(dots('1000,1392,15 1000,1450,13')))
  for (const part of [fork, stem]) pen.shape(part, paint, C.gold.line, 5)
  pen.fill(fork, paint).shape(ellipse(1000, 1456, 12, 12), paint, C.gold.line, 5)
  pen.ink(dots('970,1316,4 970,1362,4 978,1384,0'), '#fff', 0.8)
}

export const COLLAR = shownBy({ every: { outfit: LEAVES } }, [
  layer('clothes_shadow', 'coat', clothesShadow),
  ...pair('collar', 'trunk', collar),
  layer('bow_tails', 'pendant', (pen) => {
    for (const side of SIDES) bowTail(pen, side)
  }),
  layer('bow', 'trunk', (pen) => {
    for (const side of SIDES) bowLoop(pen, side)
    const knot = outline('-22,1252 0,1246 22,1252 26,1276 20,1300 0,1304 -20,1300 -26,1276')
    pen.shape(knot, bowPaint, C.bow.line, 6)
  }),
  layer('pendant', 'pendant', pendant),
])
