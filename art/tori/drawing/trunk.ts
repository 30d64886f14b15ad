// Lining of the coat, knitted vest, skirt, neck.
import { ellipse, outline, stroke } from './curve'
import { type Dot, dots, fromAxis, SIDES, shifted } from './dot'
import { LEAVES } from './gestures'
import { smooth } from './interpolation'
import { layer, shownBy } from './layer'
import { lightEdge } from './light-edge'
import { glow, gold, vertical } from './paint'
import { PALETTE as C } from './palette'
import type { Pen } from './pen'
import { PROPORTIONS as P } from './proportions'

const COAT_BACK = outline(`-230,1300 230,1300 240,1700 226,1870 250,2040 330,2440! -330,2440! -250,2040 -226,1870 -240,1700`)
export const TORSO = outline(`80,1150! 190,1230 232,1380 236,1500 206,1640 172,1770 160,1880 188,2010 240,2170 272,2300
  285,2440! -285,2440! -272,2300 -240,2170 -188,2010 -160,1880 -172,1770 -206,1640 -236,1500 -232,1380 -190,1230 -80,1150!`)
export const SKIRT = outline(`-172,1862! -80,1884 0,1890 80,1884 172,1862! 186,1990 244,2170 278,2300
  292,2440! -292,2440! -278,2300 -244,2170 -186,1990`)
const NECK = outline(`-72,930! 72,930! 69,1030 74,1095 96,1136 140,1180 160,1260! 90,1330 0,1350
  -90,1330 -160,1260! -140,1180 -96,1136 -74,1095 -70,1030`)

/** Two coupled sines in antiphase, knitted into the hem. */
const knittedWaves = (pen: Pen): void => {
  const wave = (phase: number): Dot[] =>
    Array.from({ length: 121 }, (_, i) => {
      const u = i / 60 - 1
      return [P.axisX + u * 215, 1764 + 8 * (1 - u * u) + 15 * Math.sin(u * 9 + phase), 4.5]
    })
  pen.line(wave(0), '#8ff0d4', 0.8).line(wave(Math.PI), C.gold.base, 0.75)
}

const ribs = (pen: Pen): void => {
  for (const dx of [-108, -72, -36, 0, 36, 72, 108]) {
    const rib: Dot[] = [
      [dx * 1.05, 1806, 0],
      [dx, 1836, 3.5],
      [dx * 0.98, 1880, 0],
    ]
    pen.ink(fromAxis(rib), C.vest.deep, 0.5)
  }
}

const button = (pen: Pen, x: number, y: number): void => {
  pen.shape(ellipse(x, y, 15, 16), gold(x - 10, y - 16, x + 10, y + 16), C.gold.line, 4)
  pen.fill(ellipse(x - 4, y - 5, 4, 4), '#fff', 0.8)
}

/** Rows of knit: small stitches that follow the roundness of the body. */
const knit = (pen: Pen): void => {
  for (let row = 0; row < 13; row++)
    for (let column = -6; column <= 6; column++) {
      const bend = 10 * (1 - (column / 6) ** 2)
      const [dx, y] = [column * 34 + (row % 2) * 17, 1412 + row * 26 + bend]
      if (Math.abs(dx) > 214) continue
      const stitch: Dot[] = [
        [dx - 7, y - 6, 0],
        [dx, y + 3, 3],
        [dx + 7, y - 6, 0],
      ]
      pen.ink(fromAxis(stitch), C.vest.deep, 0.3)
    }
}

/** Two cables, each of two coupled waves, up the front. */
const cables = (pen: Pen): void => {
  for (const side of SIDES)
    for (const phase of [0, Math.PI]) {
      const cable = Array.from({ length: 71 }, (_, i): Dot => {
        const y = 1392 + i * 5
        const waist = 118 - 26 * smooth(1560, 1760, y)
        return [P.axisX + side * (waist + 11 * Math.sin(y / 13 + phase)), y, 4.5]
      })
      pen.line(cable, C.vest.deep, 0.42)
      pen.line(
        cable.map(([x, y]): Dot => [x - 3, y - 3, 2.5]),
        C.vest.light,
        0.4,
      )
    }
}

const vest = (pen: Pen): void => {
  pen.shape(TORSO, vertical(1300, 1900, [0, C.vest.base], [1, '#2a7a8c']), C.vest.line, 7)
  pen.clip([TORSO], () => {
    knit(pen)
    cables(pen)
    pen.fill(outline('250,1250 176,1420 186,1520 158,1600 132,1700 116,1900 200,2000 300,1900 300,1400'), C.vest.shade, 0.8)
    pen.fill(outline('236,1340 216,1480 204,1600 160,1740 150,1900 260,1940 300,1500'), C.vest.deep, 0.5)
    pen.fill(outline('-250,1350 -216,1560 -174,1690 -144,1890 -220,2000 -300,1800'), C.vest.shade, 0.65)
    const underBust = outline(`-208,1560! -160,1620 -96,1640 -30,1632 0,1622 30,1634 84,1644 150,1626 206,1556!
      176,1690 112,1706 44,1680 0,1672 -44,1680 -112,1694 -176,1672`)
    pen.fill(underBust, C.vest.shade, 0.6)
    pen.fill(ellipse(916, 1492, 118, 120, -12), glow(C.vest.light, 0.5))
    pen.fill(ellipse(1074, 1494, 90, 100, 10), glow(C.vest.light, 0.22))
    pen.ink(dots('816,1600,0 856,1634,6 908,1644,5 950,1634,0'), C.vest.deep)
    pen.ink(dots('1046,1636,0 1096,1648,6 1148,1632,5 1182,1598,0'), C.vest.deep)
    pen.ink(dots('838,1700,0 884,1722,5 930,1724,0'), C.vest.deep, 0.6)
    pen.ink(dots('1160,1690,0 1118,1716,5 1076,1722,0'), C.vest.deep, 0.6)
    pen.ink(dots('1150,1746,0 1120,1760,4 1090,1764,0'), C.vest.deep, 0.5)
    pen.ink(dots('824,1440,0 840,1510,5 834,1580,0'), C.vest.deep, 0.6)
    pen.ink(dots('1178,1440,0 1164,1510,5 1170,1580,0'), C.vest.deep, 0.6)
    knittedWaves(pen)
    ribs(pen)
    lightEdge(pen, TORSO, '#9fe6dc', 0.6)
    pen.fill(
      shifted(
        outline(
          '-262,1300 -236,1372 -176,1408 -112,1398 -56,1350 0,1290 56,1350 112,1398 176,1408 236,1372 262,1300 262,1140 -262,1140',
        ),
        6,
        30,
      ),
      '#12304a',
      0.22,
    )
  })
}

/** Each pleat: x at the belt and at the hem, offsets from the axis. */
const PLEATS = [
  [-136, -214],
  [-74, -116],
  [74, 116],
  [136, 214],
] as const

const skirt = (pen: Pen): void => {
  pen.shape(SKIRT, vertical(1880, 2400, [0, '#3a4384'], [1, C.skirt.base]), C.skirt.line, 7)
  pen.clip([SKIRT], () => {
    for (const [top, hem] of PLEATS) {
      const [inner, outer] = [top * 0.86, hem * 0.8]
      pen.fill(outline(`${top},1990! ${hem},2440! ${outer},2440! ${inner},1996!`), C.skirt.shade, 0.85)
      pen.ink(
        fromAxis([
          [top, 1988, 2],
          [(top + hem) / 2, 2200, 5],
          [hem, 2440, 6],
        ]),
        C.skirt.line,
        0.85,
      )
      pen.ink(
        fromAxis([
          [top - 8, 2000, 0],
          [(top + hem) / 2 - 9, 2200, 4],
          [hem - 10, 2440, 4],
        ]),
        '#5661a8',
        0.7,
      )
    }
    pen.fill(outline('190,1880 160,2000 196,2200 226,2440 330,2440 300,2000'), C.skirt.shade, 0.8)
    pen.fill(outline('-190,1880 -176,2050 -232,2200 -258,2440 -330,2440 -300,2000'), C.skirt.shade, 0.7)
    lightEdge(pen, SKIRT, '#6b78c4', 0.8)
    const underBelt = '-200,1962 -80,1988 0,1994 80,1988 200,1962 205,2004 80,2020 0,2028 -80,2020 -205,2004'
    pen.fill(outline(underBelt), C.skirt.shade, 0.9)
    pen.fill(outline('100,1880 110,1960 120,1990 210,1970 190,1860'), C.skirt.shade, 0.6)
    pen.ink(stroke('-200,1958,4 -80,1984,4 0,1990,4 80,1984,4 200,1958,4'), C.skirt.line, 0.8)
    pen.ink(stroke('-180,1880,5 -80,1903,5 0,1909,5 80,1903,5 180,1880,5'), '#5661a8', 0.9)
    pen.ink(stroke('-200,1945,3 -80,1970,3 0,1976,3 80,1970,3 200,1945,3'), C.gold.base, 0.7)
  })
  for (const side of SIDES) for (const y of [1938, 2060, 2180, 2300]) button(pen, P.axisX + side * (48 + (y - 1938) * 0.05), y)
}

const neck = (pen: Pen): void => {
  pen.shape(NECK, vertical(1050, 1300, [0, C.skin.base], [1, '#fff1e8']), C.skin.line, 6)
  pen.clip([NECK], () => {
    pen.fill(outline('-90,900! 90,900! 90,1096 66,1128 30,1148 -14,1122 -52,1082 -90,1044'), C.skin.shade)
    pen.fill(outline('-90,900! 90,900! 88,1056 44,1080 4,1076 -40,1056 -90,1012'), C.skin.deep, 0.6)
    for (const side of SIDES) pen.ink(stroke('120,1176,0 70,1188,5 24,1206,0', side), C.skin.soft, 0.8)
    pen.ink(stroke('40,1110,0 30,1160,4 14,1196,0'), C.skin.soft, 0.5)
    pen.ink(stroke('-8,1216,0 4,1232,5 16,1220,0'), C.skin.soft, 0.6)
  })
}

const LAB = { every: { outfit: LEAVES } }
export const TRUNK = [
  ...shownBy(LAB, [
    layer('coat_back', 'coat', (pen) => {
      pen.fill(COAT_BACK, vertical(1500, 2400, [0, C.coat.liningDark], [1, C.coat.lining]))
    }),
    layer('torso', 'trunk', vest),
  ]),
  layer('skirt', 'skirt', skirt),
  layer('neck', 'neck', neck),
]
