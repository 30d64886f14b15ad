// What Tori's motions do, as tables: parameters and their values in time. A parameter that the rig does not have is left out.
// Mouth, eyes, brows and gaze are never moved here: they belong to speech and feeling.

/** [seconds, value]; smooth between, level at the turning points. */
export type KeyTrack = readonly (readonly [number, number])[]
/** Whole waves in the length of the motion, so that a loop closes. */
export interface WaveTrack {
  readonly waves: number
  readonly from: number
  readonly to: number
  /** 0..1 of a wave that it is ahead. */
  readonly ahead?: number
}

export interface MotionTable {
  /** As model3.json names it. */
  readonly group: string
  /** Only made when the rig has this parameter. */
  readonly needs?: string
  /** Absent: the shortest time in which all rhythms of the rig close, so that the motion can drive them. */
  readonly seconds?: number
  readonly loop: boolean
  readonly fadeSeconds: { readonly in: number; readonly out: number }
  readonly tracks: Readonly<Record<string, KeyTrack | WaveTrack>>
}

export const MOTION_TABLES: Readonly<Record<string, MotionTable>> = {
  idle: {
    group: 'Idle',
    loop: true,
    fadeSeconds: { in: 0.5, out: 0.5 },
    tracks: {
      ParamAngleX: { waves: 3, from: -4, to: 4 },
      ParamAngleY: { waves: 5, from: -1.5, to: 2, ahead: 0.3 },
      ParamAngleZ: { waves: 2, from: -3, to: 3, ahead: 0.15 },
      ParamBodyAngleX: { waves: 3, from: -1.8, to: 1.8, ahead: 0.9 },
      ParamBodyAngleZ: { waves: 2, from: -1.2, to: 1.2, ahead: 0.05 },
      ParamBreath: { waves: 7, from: 0, to: 1, ahead: 0.75 },
      ParamArmLA: { waves: 7, from: -0.8, to: 0.6, ahead: 0.65 },
      ParamArmRA: { waves: 7, from: -0.8, to: 0.6, ahead: 0.6 },
      ParamArmLB: { waves: 3, from: -1, to: 1, ahead: 0.2 },
      ParamArmRB: { waves: 3, from: -1, to: 1, ahead: 0.7 },
    },
  },
  'tap-head': {
    group: 'TapHead',
    seconds: 1.6,
    loop: false,
    fadeSeconds: { in: 0.15, out: 0.35 },
    tracks: {
      ParamAngleY: [
        [0, 0],
        [0.22, -14],
        [0.6, 5],
        [1, -2],
        [1.6, 0],
      ],
      ParamAngleZ: [
        [0, 0],
        [0.3, 8],
        [0.75, -5],
        [1.6, 0],
      ],
      ParamBodyAngleY: [
        [0, 0],
        [0.28, -4],
        [0.7, 2],
        [1.6, 0],
      ],
    },
  },
  'tap-body': {
    group: 'TapBody',
    seconds: 1.8,
    loop: false,
    fadeSeconds: { in: 0.15, out: 0.35 },
    tracks: {
      ParamBodyAngleX: [
        [0, 0],
        [0.25, -6],
        [0.65, 4],
        [1.1, -2],
        [1.8, 0],
      ],
      ParamBodyAngleZ: [
        [0, 0],
        [0.3, 5],
        [0.8, -3],
        [1.8, 0],
      ],
      ParamAngleZ: [
        [0, 0],
        [0.35, -9],
        [0.9, 4],
        [1.8, 0],
      ],
      ParamArmLA: [
        [0, 0],
        [0.3, 5],
        [0.9, -2],
        [1.8, 0],
      ],
      ParamArmRA: [
        [0, 0],
        [0.36, 5],
        [0.96, -2],
        [1.8, 0],
      ],
    },
  },
  greeting: {
    group: 'Greeting',
    needs: 'ParamHandRWave',
    seconds: 3,
    loop: false,
    fadeSeconds: { in: 0.3, out: 0.4 },
    tracks: {
      ParamHandRWave: [
        [0, 0],
        [0.55, 1],
        [2.35, 1],
        [3, 0],
      ],
      ParamArmRWave: [
        [0, 0],
        [0.5, 0],
        [0.75, 1],
        [1.05, -1],
        [1.35, 1],
        [1.65, -1],
        [1.95, 1],
        [2.25, 0],
        [3, 0],
      ],
      ParamAngleZ: [
        [0, 0],
        [0.6, 7],
        [2.2, 6],
        [3, 0],
      ],
      ParamBodyAngleZ: [
        [0, 0],
        [0.7, 2.5],
        [2.2, 2.5],
        [3, 0],
      ],
    },
  },
  peace: {
    group: 'Peace',
    needs: 'ParamHandRPeace',
    seconds: 2.4,
    loop: false,
    fadeSeconds: { in: 0.25, out: 0.4 },
    tracks: {
      ParamHandRWave: [
        [0, 0],
        [0.5, 1],
        [1.8, 1],
        [2.4, 0],
      ],
      ParamHandRPeace: [
        [0, 0],
        [0.3, 0],
        [0.5, 1],
        [1.8, 1],
        [2.1, 0],
        [2.4, 0],
      ],
      ParamBodyAngleZ: [
        [0, 0],
        [0.6, -2],
        [1.8, -2],
        [2.4, 0],
      ],
    },
  },
  thinking: {
    group: 'Thinking',
    needs: 'ParamHandLChin',
    seconds: 5,
    loop: false,
    fadeSeconds: { in: 0.4, out: 0.5 },
    tracks: {
      ParamHandLChin: [
        [0, 0],
        [0.8, 1],
        [4.2, 1],
        [5, 0],
      ],
      ParamAngleZ: [
        [0, 0],
        [0.9, 5],
        [2.6, 3],
        [4.2, 5],
        [5, 0],
      ],
    },
  },
  applause: {
    group: 'Applause',
    needs: 'ParamHandsCheer',
    seconds: 3,
    loop: false,
    fadeSeconds: { in: 0.25, out: 0.4 },
    tracks: {
      ParamHandsCheer: [
        [0, 0],
        [0.5, 1],
        [2.4, 1],
        [3, 0],
      ],
      ParamBodyAngleY: [
        [0, 0],
        [0.45, 4],
        [0.85, -2],
        [1.25, 4],
        [1.65, -2],
        [2.05, 3],
        [3, 0],
      ],
      ParamAngleY: [
        [0, 0],
        [0.5, 6],
        [2.3, 5],
        [3, 0],
      ],
    },
  },
}
