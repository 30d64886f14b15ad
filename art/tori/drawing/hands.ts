// A place in, one of her hands out: open to the viewer, resting, at the chin, closed.

import { Hand, type HandPlace } from './hand'
import { smooth } from './interpolation'
import type { Pen } from './pen'

/** The inside of an open hand; unmirrored it is her right one. */
export const openHand = (pen: Pen, place: HandPlace): void => {
  const hand = new Hand(pen, place)
  const palm = '-33,12! -38,-30 -50,-72 -52,-104 -38,-122 -12,-130 18,-130 44,-122 54,-100 52,-66 42,-30 34,12!'
  hand
    .finger('-38,-96,25 -55,-138,24 -66,-176,22 -71,-192,19', { from: 0.3, creases: [0.5, 0.76] })
    .finger('-19,-108,28 -28,-164,27 -33,-212,24 -35,-228,21', { from: 0.25, creases: [0.48, 0.74] })
    .finger('34,-108,28 44,-162,27 52,-208,24 55,-222,21', { from: 0.25, creases: [0.48, 0.74] })
    .finger('8,-112,29 9,-174,28 11,-226,25 12,-243,22', { from: 0.25, creases: [0.48, 0.74] })
    .palm(palm, (along) => 1 - smooth(84, 100, along))
    .shade('-60,-116 -44,-112 -46,-84 -32,-36 -26,20 -60,20', palm, 0.45)
    .shade('-34,20 -10,-8 20,-20 44,-40 60,20', palm, 0.55)
    .finger('26,-34,46 54,-64,38 76,-98,31 88,-130,26 91,-140,23', { from: 0.22, creases: [0.62] })
    .shade('40,-10 22,-30 16,-62 30,-84 26,-56 32,-30', palm, 0.7)
    .crease('20,-86,0 12,-60,4 16,-24,5 22,-8,0', 0.9)
    .crease('-42,-82,0 -14,-94,4 22,-90,4 46,-96,0', 0.8)
    .crease('-40,-62,0 -12,-74,3 14,-70,0', 0.6)
}

/** The back of a hand at rest, fingers together; unmirrored it is her left one. */
export const restingHand = (pen: Pen, place: HandPlace): void => {
  const hand = new Hand(pen, place)
  const back = '-34,14! -40,-30 -48,-70 -48,-96 -30,-112 -4,-118 24,-116 44,-104 50,-80 44,-36 34,14!'
  hand
    .finger('34,-30,40 58,-64,34 66,-98,29 60,-128,25 56,-138,22', { shade: -1, nail: true })
    .finger('-35,-88,25 -43,-128,24 -38,-164,21 -33,-176,18', { from: 0.3, shade: -1, nail: true })
    .finger('-16,-100,27 -20,-148,26 -13,-188,23 -8,-202,20', { from: 0.25, shade: -1, nail: true })
    .finger('8,-104,28 8,-156,27 13,-196,24 17,-210,21', { from: 0.25, shade: -1, nail: true })
    .finger('31,-98,27 36,-146,26 38,-182,23 38,-196,20', { from: 0.25, shade: -1, nail: true })
    .palm(back, (along) => 1 - smooth(74, 92, along))
    .shade('-60,-130 -26,-116 -34,-80 -26,-40 -20,30 -60,30', back, 0.8)
    .crease('-22,-108,0 -23,-98,4 -20,-88,0', 0.7)
    .crease('0,-114,0 0,-103,4 3,-92,0', 0.7)
    .crease('24,-110,0 24,-100,4 26,-90,0', 0.7)
    .crease('34,-22,0 46,-46,4 54,-66,0', 0.7)
}

/** Thumb and forefinger at the chin, the others folded; unmirrored it is her left one. */
export const chinHand = (pen: Pen, place: HandPlace): void => {
  const hand = new Hand(pen, place)
  const back = '-36,14! -42,-30 -52,-70 -50,-104 -28,-122 4,-126 32,-120 48,-100 50,-70 42,-30 34,14!'
  hand
    .finger('30,-36,42 58,-74,37 68,-116,31 66,-150,26 64,-162,23', { nail: true })
    .finger('26,-98,30 16,-150,29 4,-196,25 0,-212,22', { from: 0.25, shade: -1, nail: true })
    .palm(back, (along) => 1 - smooth(98, 116, along))
    .shade('-60,-140 -30,-120 -36,-80 -26,-40 -20,30 -60,30', back, 0.6)
    .finger('10,-112,30 -14,-136,30 -36,-132,28 -44,-116,25', { from: 0.2, shade: -1 })
    .finger('-8,-98,30 -34,-118,29 -54,-110,27 -60,-95,24', { from: 0.2, shade: -1 })
    .finger('-22,-78,27 -46,-92,26 -62,-84,24 -66,-70,21', { from: 0.2, shade: -1 })
    .crease('30,-24,0 44,-52,4 56,-76,0', 0.7)
}

/** The first joint of a folded finger: the middle of its upper edge, and half of its width. */
const folded = (hand: Hand, x: number, y: number, half: number): void => {
  const [left, right] = [x - half, x + half]
  hand.lobe(
    `${left},${y + 22} ${left + 3},${y + 5} ${x},${y} ${right - 3},${y + 5} ${right},${y + 22} ${right - 1},${y + 56} ${x},${y + 72} ${left + 1},${y + 56}`,
    `${left - 4},${y} ${left + 7},${y + 10} ${left + 7},${y + 54} ${x + 2},${y + 62} ${right + 4},${y + 52} ${right},${y + 90} ${left - 6},${y + 90}`,
  )
}

/** Two fingers up; unmirrored it is her right one. */
export const peaceHand = (pen: Pen, place: HandPlace): void => {
  const hand = new Hand(pen, place)
  const palm = '-33,12! -38,-28 -52,-62 -56,-98 -40,-116 -12,-124 20,-126 44,-118 52,-96 50,-62 42,-28 34,12!'
  hand
    .finger('6,-104,29 -4,-166,28 -15,-222,25 -18,-238,22', { from: 0.25, creases: [0.48, 0.74] })
    .finger('32,-100,28 52,-158,27 68,-206,24 73,-220,21', { from: 0.25, creases: [0.48, 0.74] })
    .palm(palm, (along) => 1 - smooth(80, 96, along))
    .shade('-70,-128 -44,-116 -44,-80 -34,-40 -22,20 -70,20', palm, 0.75)
    .shade('-50,-70 -20,-60 20,-56 52,-74 50,-44 20,-40 -20,-40 -48,-48', palm, 0.9)
  folded(hand, -42, -124, 14)
  folded(hand, -15, -132, 15)
  hand.finger('26,-6,34 50,-36,39 42,-66,34 16,-80,31 -8,-80,27 -20,-78,24', { from: 0.2, shade: 1, nail: true })
}

/** A closed hand, folded fingers to the viewer; unmirrored it is her right one. */
export const closedHand = (pen: Pen, place: HandPlace): void => {
  const hand = new Hand(pen, place)
  const body = '-33,12! -38,-20 -52,-52 -58,-92 -46,-122 -16,-134 20,-134 48,-124 58,-96 54,-56 42,-22 34,12!'
  hand.palm(body).shade('-70,-140 -40,-128 -44,-90 -34,-40 -22,20 -70,20', body, 0.75)
  hand.shade('-50,-74 -20,-60 20,-56 56,-72 50,-44 20,-38 -20,-38 -48,-46', body, 0.9)
  folded(hand, -43, -126, 14)
  folded(hand, 43, -133, 15)
  folded(hand, -15, -136, 15)
  folded(hand, 14, -139, 15.5)
  hand.finger('26,-6,34 50,-34,40 44,-62,36 20,-68,33 -2,-62,29 -16,-54,26', { from: 0.2, shade: 1, nail: true })
}
