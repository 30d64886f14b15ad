// The arms, outfits and accessories, named as the poses of the face are: what differs from the neutral pose.
import type { Pose } from './pose'

const evening = (changes: Partial<Pose>): Partial<Pose> => ({ ...changes, outfit: 1 })

export const GESTURE_POSES: Readonly<Record<string, Partial<Pose>>> = {
  wave: { wave: 1 },
  wave_out: { wave: 1, waving: -1, elbowR: -5 },
  wave_in: { wave: 1, waving: 1, armR: 5 },
  peace: { wave: 1, peace: 1, armR: -4 },
  chin: { chin: 1 },
  chin_turned: { chin: 1, angleX: 25, angleY: -12, angleZ: 8 },
  cheer: { cheer: 1 },
  cheer_up: { cheer: 1, elbowL: 10, elbowR: 10, armL: 6, armR: 6 },
  mug: { mug: 1 },
  glasses: { glasses: 1 },
  arms_apart: { armL: 10, armR: 10, elbowL: -5, elbowR: -5 },
  turned_left: { bodyX: -10, angleX: -20 },
  turned_right: { bodyX: 10, angleX: 20 },
  cloth: { sleeve: 1, coat: 1, skirt: 1, pendant: 1 },
  evening: evening({}),
  evening_wave: evening({ wave: 1 }),
  evening_chin: evening({ chin: 1 }),
  evening_cheer: evening({ cheer: 1 }),
  evening_mug: evening({ mug: 1, glasses: 1 }),
  evening_turned: evening({ bodyX: 10, angleX: 20 }),
  half_wave: { wave: 0.42 },
  half_chin: { chin: 0.42 },
  half_cheer: { cheer: 0.58 },
  half_dressed: { outfit: 0.5 },
}
