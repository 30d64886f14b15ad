// The evening outfit: a wide hoodie with a ψ over a sine, a pocket, ribs, the hood round her neck and its cords.
import { softShadow } from './cast-shadows'
import { ellipse, type Outline, outline, ribbon, spline, stroke } from './curve'
import { type Dot, dots, fromAxis, SIDES, type Side, shifted } from './dot'
import { COVERS } from './gestures'
import { layer, shownBy } from './layer'
import { lightEdge } from './light-edge'
import { glow, gold, vertical } from './paint'
import { PALETTE as C } from './palette'
import type { Pen } from './pen'
import { PROPORTIONS as P } from './proportions'

const BODY: Outline = outline(`0,1400! 70,1300 112,1150! 200,1186 310,1222 352,1300 336,1480 318,1680 316,1860 334,2040 328,2180!
  200,2204 0,2214 -200,2204 -328,2180! -334,2040 -316,1860 -318,1680 -336,1480 -352,1300 -310,1222 -200,1186 -112,1150! -70,1300`)
const RIB: Outline = outline(`312,2172! 200,2196 0,2206 -200,2196 -312,2172! -296,2262! -180,2286 0,2294 180,2286 296,2262!`)
const POCKET: Outline = outline(`-128,1880! 0,1890 128,1880! 164,1960 204,2050 208,2120! 0,2140 -208,2120! -204,2050 -164,1960`)

const print = (pen: Pen): void => {
  const ink = '#f4fffb'
  const bowl = ribbon(spline(dots('932,1580,17 938,1638,17 960,1672,19 1000,1682,20 1040,1672,19 1062,1638,17 1068,1580,17')))
  const stem = ribbon(spline(dots('1000,1552,17 1000,1680,19 1000,1752,16')))
  for (const part of [bowl, stem]) pen.fill(shifted(part, 3, 4), C.hoodie.deep, 0.5)
  pen.fill(bowl, ink).fill(stem, ink)
  const wave = (phase: number, width: number): Dot[] =>
    Array.from({ length: 81 }, (_, i) => {
      const u = i / 40 - 1
      const envelope = Math.exp(-1.6 * u * u)
      return [P.axisX + u * 150, 1806 + 24 * envelope * Math.sin(u * 9 + phase), width]
    })
  pen.line(wave(0, 7), C.phone.glow).line(wave(Math.PI, 5), C.gold.base)
}

const pocket = (pen: Pen): void => {
  pen.fill(shifted(POCKET, 8, 12), C.hoodie.deep, 0.35)
  pen.shape(POCKET, vertical(1880, 2140, [0, '#2d8796'], [1, C.hoodie.low]), C.hoodie.line, 6)
  pen.clip([POCKET], () => {
    pen.fill(outline('90,1870 120,1960 110,2150 230,2150 230,1870'), C.hoodie.shade, 0.8)
    for (const side of SIDES) {
      pen.ink(stroke('118,1884,3 152,1964,4 190,2050,4 194,2118,3', side), C.hoodie.line, 0.5)
      pen.ink(stroke('170,1990,0 120,2010,5 70,2000,0', side), C.hoodie.deep, 0.7)
    }
    lightEdge(pen, POCKET, C.hoodie.light, 0.7)
    pen.ink(stroke('-122,1896,4 0,1906,4 122,1896,4'), C.hoodie.light, 0.5)
  })
}

const body = (pen: Pen): void => {
  pen.shape(RIB, C.hoodie.rib, C.hoodie.line, 7)
  pen.clip([RIB], () => {
    pen.fill(outline('130,2160 150,2310 330,2310 330,2160'), C.hoodie.ribShade)
    pen.fill(outline('-330,2176 0,2210 330,2176 330,2196 0,2228 -330,2196'), C.hoodie.ribShade, 0.9)
    for (let dx = -300; dx <= 300; dx += 24)
      pen.ink(
        fromAxis([
          [dx, 2196, 3],
          [dx * 0.95, 2290, 3],
        ]),
        C.skirt.line,
        0.5,
      )
  })
  pen.shape(BODY, vertical(1220, 2200, [0, C.hoodie.base], [1, C.hoodie.low]), C.hoodie.line, 7)
  pen.clip([BODY], () => {
    pen.fill(outline('360,1260 236,1420 250,1560 226,1700 236,1900 222,2060 240,2240 420,2240 400,1300'), C.hoodie.shade, 0.85)
    pen.fill(outline('340,1380 300,1560 282,1760 296,1960 290,2240 420,2240 400,1300'), C.hoodie.deep, 0.4)
    pen.fill(outline('-350,1360 -290,1540 -280,1700 -300,1900 -296,2220 -420,2240 -420,1300'), C.hoodie.shade, 0.6)
    const under = `-236,1620! -150,1690 -60,1700 0,1690 70,1704 160,1690 240,1612! 220,1730 120,1764 0,1750 -120,1756 -214,1726`
    pen.fill(outline(under), C.hoodie.shade, 0.5)
    pen.fill(ellipse(884, 1500, 150, 150, -10), glow(C.hoodie.light, 0.5))
    for (const fold of [
      '-250,1700,0 -180,1740,6 -120,1742,0',
      '256,1690,0 190,1740,6 126,1746,0',
      '-300,1830,0 -230,1880,6 -170,1884,0',
      '300,1820,0 240,1876,6 180,1886,0',
      '-310,2070,0 -260,2120,6 -226,2180,0',
      '310,2060,0 262,2120,6 230,2190,0',
      '-270,1420,0 -262,1520,6 -280,1600,0',
      '270,1420,0 262,1520,6 282,1600,0',
      '-60,2150,0 -40,2180,5 -36,2206,0',
      '76,2150,0 60,2180,5 58,2206,0',
    ])
      pen.ink(stroke(fold), C.hoodie.line, 0.65)
    lightEdge(pen, BODY, C.hoodie.light, 0.7)
    pocket(pen)
    print(pen)
    softShadow(pen, shifted(hoodOutline, 8, 34), 0.28)
  })
}

/** The hood lies round the neck: a thick roll that meets before the chest. */
const hoodSide = (side: Side): Outline =>
  outline(
    `104,1094! 168,1110 246,1156 288,1224 276,1300 214,1352 120,1392 30,1436 -6,1440! 6,1372! 52,1320 92,1260 104,1190 96,1130`,
    side,
  )
const hoodOutline: Outline = outline(
  `-288,1224 -246,1156 0,1090 246,1156 288,1224 276,1300 214,1352 120,1392 0,1442 -120,1392 -214,1352 -276,1300`,
)

const INNER_SHADE = '90,1080 100,1140 100,1200 84,1266 46,1326 0,1378 -20,1460 -40,1300 60,1180'

const hood = (pen: Pen, side: Side): void => {
  const roll = hoodSide(side)
  pen.shape(roll, vertical(1100, 1440, [0, '#3a9ea3'], [1, C.hoodie.base]), C.hoodie.line, 7)
  pen.clip([roll], () => {
    const away = '300,1200 240,1270 170,1330 60,1390 0,1410 0,1480 320,1480 320,1200'
    pen.fill(outline(away, side), C.hoodie.shade, side > 0 ? 0.85 : 0.6)
    const inner = '90,1080 112,1140 112,1200 94,1270 52,1328 0,1382 -20,1460 -40,1300 60,1180'
    pen.fill(outline(inner, side), C.raglan.base).fill(outline(INNER_SHADE, side), C.raglan.deep, 0.8)
    pen.ink(stroke('150,1130,0 190,1200,6 180,1270,5 110,1330,0', side), C.hoodie.line, 0.6)
    pen.ink(stroke('226,1170,0 244,1230,5 226,1290,0', side), C.hoodie.line, 0.45)
    lightEdge(pen, roll, C.hoodie.light, 0.8)
  })
  pen.shape(
    ellipse(P.axisX + side * 62, 1366, 11, 11),
    gold(P.axisX + side * 62 - 8, 1356, P.axisX + side * 62 + 8, 1378),
    C.gold.line,
    4,
  )
}

/** A light shirt in the opening. */
const shirt = (pen: Pen): void => {
  const piece = outline('-110,1236! -60,1262 0,1272 60,1262 110,1236! 90,1330 0,1440 -90,1330')
  pen.shape(piece, '#fdf6ff', C.coat.line, 5)
  pen.clip([piece], () => {
    pen.fill(outline('20,1250 40,1300 10,1450 120,1450 120,1230'), C.coat.shade, 0.9)
    pen.ink(stroke('-110,1248,4 -60,1276,4 0,1286,4 60,1276,4 110,1248,4'), C.coat.line, 0.5)
  })
}

const cord = (pen: Pen, side: Side): void => {
  const line = ribbon(spline(fromAxis(dots('62,1368,11 72,1420,11 68,1470,11 74,1520,11'), side)))
  pen.shape(line, '#fff6ea', C.coat.line, 5)
  pen.shape(outline('64,1514! 84,1514! 86,1554 74,1564 62,1554', side), gold(1050, 1510, 1090, 1566), C.gold.line, 4)
}

const EVENING = { every: { outfit: COVERS } }
export const HOODIE = shownBy(EVENING, [layer('hoodie', 'trunk', body)])
export const HOOD = shownBy(EVENING, [
  layer('hoodie_shirt', 'trunk', shirt),
  ...SIDES.map((side) => layer(`hoodie_hood_${side > 0 ? 'L' : 'R'}`, 'trunk', (pen) => hood(pen, side))),
  layer('hoodie_cords', 'pendant', (pen) => {
    for (const side of SIDES) cord(pen, side)
  }),
])
