// Where everything sits on the canvas, in px before the head scale about the neck pivot.

export const CANVAS = { width: 2000, height: 2400 } as const

export const PROPORTIONS = {
  axisX: 1000,
  headScale: 0.955,
  headCentreY: 690,
  headRadius: 345,
  headHalfHeight: 470,
  headDepth: 185,
  eyeX: 138,
  eyeY: 748,
  irisRadiusX: 67,
  irisRadiusY: 81,
  browX: 150,
  browY: 618,
  noseY: 872,
  mouthY: 926,
  mouthHalf: 47,
  earX: 286,
  earY: 770,
  cupX: 348,
  cupY: 735,
  neckPivotY: 1090,
  groundY: 2500,
} as const
