// Lining of the coat, knitted vest, skirt, neck.
import { ellipse, outline, stroke } from './curve'
import { type Dot, dots, fromAxis, SIDES } from './dot'
import { layer } from './layer'
import { glow, gold, vertical } from './paint'
import { PALETTE as C } from './palette'
import type { Pen } from './pen'
import { PROPORTIONS as P } from './proportions'

const COAT_BACK = outline(`-230,1300 230,1300 240,1700 226,1870 250,2040 330,2440! -330,2440! -250,2040 -226,1870 -240,1700`)
export const TORSO = outline(`80,1150! 190,1230 232,1380 236,1500 206,1640 172,1770 160,1880 188,2010 240,2170 272,2300
  285,2440! -285,2440! -272,2300 -240,2170 -188,2010 -160,1880 -172,1770 -206,1640 -236,1500 -232,1380 -190,1230 -80,1150!`)
const SKIRT = outline(`-172,1862! -80,1884 0,1890 80,1884 172,1862! 186,1990 244,2170 278,2300
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

export const TRUNK = [
  layer('coat_back', 'body', (pen) => {
    pen.fill(COAT_BACK, vertical(1500, 2400, [0, C.coat.liningDark], [1, C.coat.lining]))
  }),
  layer('torso', 'body', (pen) => {
    pen.shape(TORSO, vertical(1300, 1900, [0, C.vest.base], [1, '#2a7a8c']), C.vest.line, 7)
    pen.clip([TORSO], () => {
      pen.fill(outline('250,1250 150,1560 122,1700 110,1900 200,2000 300,1900 300,1400'), C.vest.shade, 0.75)
      pen.fill(outline('-250,1350 -212,1560 -170,1690 -140,1890 -220,2000 -300,1800'), C.vest.shade, 0.6)
      const underBust = outline(`-216,1560! -160,1628 -90,1650 -10,1630 70,1652 150,1634 216,1556!
        190,1690 110,1700 40,1672 -40,1676 -110,1690 -190,1670`)
      pen.fill(underBust, C.vest.shade, 0.6)
      pen.fill(ellipse(950, 1450, 190, 130, -8), glow(C.vest.light, 0.42))
      pen.ink(dots('840,1610,0 900,1646,5 965,1644,0'), C.vest.deep)
      pen.ink(dots('1046,1646,0 1105,1650,5 1160,1616,0'), C.vest.deep)
      knittedWaves(pen)
      ribs(pen)
      pen.ink(dots('824,1460,0 846,1520,5 842,1580,0'), C.vest.deep, 0.6)
      pen.ink(dots('1178,1460,0 1158,1520,5 1160,1580,0'), C.vest.deep, 0.6)
    })
  }),
  layer('skirt', 'body', (pen) => {
    pen.shape(SKIRT, vertical(1880, 2400, [0, '#38407c'], [1, C.skirt.base]), C.skirt.line, 7)
    pen.clip([SKIRT], () => {
      pen.fill(outline('190,1880 120,2000 150,2200 160,2440 330,2440 300,2000'), C.skirt.shade, 0.8)
      pen.fill(outline('-190,1880 -168,2050 -220,2200 -240,2440 -330,2440 -300,2000'), C.skirt.shade, 0.8)
      const underBelt = '-200,1962 -80,1988 0,1994 80,1988 200,1962 205,2000 80,2014 0,2022 -80,2014 -205,2000'
      pen.fill(outline(underBelt), C.skirt.shade, 0.9)
      for (const side of SIDES) pen.ink(stroke('72,1990,0 92,2200,5 112,2440,6', side), C.skirt.line, 0.8)
      pen.ink(stroke('-200,1958,4 -80,1984,4 0,1990,4 80,1984,4 200,1958,4'), C.skirt.line, 0.8)
      pen.ink(stroke('-180,1880,5 -80,1903,5 0,1909,5 80,1903,5 180,1880,5'), '#5661a8', 0.9)
    })
    for (const side of SIDES) for (const y of [1938, 2060, 2180, 2300]) button(pen, P.axisX + side * (48 + (y - 1938) * 0.05), y)
  }),
  layer('neck', 'neck', (pen) => {
    pen.shape(NECK, vertical(1050, 1300, [0, C.skin.base], [1, '#fff1e8']), C.skin.line, 6)
    pen.clip([NECK], () => {
      pen.fill(outline('-90,900! 90,900! 86,1070 60,1112 24,1132 -20,1108 -56,1072 -90,1040'), C.skin.shade)
      pen.fill(outline('-90,900! 90,900! 86,1040 40,1066 0,1064 -40,1050 -90,1010'), C.skin.deep, 0.55)
      for (const side of SIDES) pen.ink(stroke('120,1176,0 70,1188,5 24,1206,0', side), C.skin.soft, 0.8)
    })
  }),
]
