// Ears, face, the shadow of the fringe on it, cheeks, nose, beauty mark.

import { BANG_SHADOWS } from './bangs'
import { closed, ellipse, type Outline, outline, stroke } from './curve'
import { dots, SIDES, type Side } from './dot'
import { clamp } from './interpolation'
import { layer, pair } from './layer'
import { glow, vertical } from './paint'
import { PALETTE as C } from './palette'
import type { Pen } from './pen'
import { PROPORTIONS as P } from './proportions'

export const FACE: Outline = outline(`0,380 150,395 240,480 270,610 264,710 255,795 224,874 169,945 99,1000 40,1026 0,1031
  -40,1026 -99,1000 -169,945 -224,874 -255,795 -264,710 -270,610 -240,480 -150,395`)

/** Behind the cheek when the head turns to its side. */
export const earShows = (angleX: number, side: Side): number => clamp((14 - side * angleX) / 10, 0, 1)

export const paintEar = (pen: Pen, side: Side): void => {
  const shell = outline('258,716 296,700 318,730 312,786 290,836 262,838', side)
  pen.shape(shell, C.skin.base, C.skin.line, 6)
  pen.clip([shell], () => pen.fill(outline('262,740 296,726 302,760 286,806 262,820', side), C.skin.shade))
  pen.ink(stroke('276,732,0 302,740,5 294,790,0', side), C.skin.line, 0.8)
}

const face = (pen: Pen): void => {
  pen.shape(FACE, vertical(450, 1027, [0, '#ffe3d6'], [0.5, C.skin.base], [1, '#fff0e8']), C.skin.line, 6.5)
  pen.clip([FACE], () => {
    const away = '282,560 258,700 245,800 210,880 150,950 76,1010 26,1044 200,1050 320,900'
    pen.fill(outline(away), C.skin.shade, 0.75)
    pen.fill(outline('-290,560 -266,700 -258,800 -232,868 -262,900 -320,800'), C.skin.shade, 0.5)
    pen.fill(ellipse(1000, 1026, 96, 34), glow(C.skin.shade, 0.8))
    pen.fill(ellipse(1000, 700, 150, 190), glow('#fff8f2', 0.7))
  })
}

/** Not clipped: the rig lets it swing under the fringe and masks it by the face. */
export const paintHairShadow = (pen: Pen): void => {
  for (const shadow of BANG_SHADOWS) pen.fill(shadow, C.skin.shade)
  pen.fill(outline('-300,350 300,350 290,500 0,470 -290,500'), C.skin.shade)
  for (const side of SIDES) pen.fill(outline('300,500 246,600 236,760 244,860 262,930 330,900', side), C.skin.shade, 0.9)
}

/** At full strength; the layer fades it. */
export const paintCheek = (pen: Pen, side: Side): void => {
  const [x, y] = [P.axisX + side * 186, 858]
  pen.clip([FACE], () => {
    pen.fill(ellipse(x, y, 100, 60), glow(C.skin.blush, 0.95))
    for (const dx of [-22, 0, 22]) {
      const dash = dots('6,-12,0 0,0,4.5 -6,12,0').map((p) => [x + dx + p[0], y + p[1], p[2]] as const)
      pen.ink(dash, '#f0525f', 0.6)
    }
  })
}

/** All colour has left her face: fear. */
export const gloomShows = (cheek: number): number => clamp(1 - cheek / PALE_BELOW, 0, 1)
export const PALE_BELOW = 0.12

/** A blue shade from the forehead down, with strokes in it; not clipped. */
export const paintGloom = (pen: Pen): void => {
  const blue = vertical(520, 880, [0, '#5f6fc4', 0.72], [0.45, '#7d8ad2', 0.42], [1, '#8f9ad8', 0])
  pen.fill(outline('-300,380 300,380 300,890 0,900 -300,890'), blue)
  for (const side of SIDES)
    for (const [dx, top, bottom] of [
      [196, 830, 900],
      [216, 820, 880],
      [176, 840, 888],
    ] as const)
      pen.ink(stroke(`${dx},${top},0 ${dx},${(top + bottom) / 2},5 ${dx - 3},${bottom},0`, side), '#5563b4', 0.6)
}

export const EARS = pair('ear', 'ear', (pen, side, pose) => pen.fade(earShows(pose.angleX, side), () => paintEar(pen, side)))

export const FACE_LAYERS = [
  layer('face', 'face', face),
  layer('face_hair_shadow', 'hairShadow', (pen) => pen.clip([FACE], () => paintHairShadow(pen))),
  layer('face_gloom', 'face', (pen, pose) => {
    const shows = gloomShows(pose.cheek)
    if (shows > 0) pen.clip([FACE], () => pen.fade(shows, () => paintGloom(pen)))
  }),
  ...pair('cheek', 'feature', (pen, side, pose) => pen.fade(clamp(pose.cheek, 0, 1), () => paintCheek(pen, side))),
  layer('nose', 'nose', (pen) => {
    pen.fill(closed(dots('1004,846! 1014,874! 1002,880 990,876!')), C.skin.shade, 0.9)
    pen.ink(dots('990,876,0 1003,881,5 1014,875,0'), C.skin.line, 0.85)
    pen.fill(ellipse(995, 858, 4, 8), '#fff', 0.8)
  }),
  layer('beauty_mark', 'feature', (pen) => {
    pen.fill(ellipse(1172, 872, 5.5, 5.5), '#8a4a44')
  }),
]
