// The drawing's poses in, channel values by name out: only what differs from the calm face.
import { FACE_CHANNELS } from '@psiona/shared'
import { POSES } from './drawing/poses'

export const expressions = (): Record<string, Record<string, number>> =>
  Object.fromEntries(
    Object.entries(POSES).map(([name, changes]) => [
      name,
      Object.fromEntries(
        FACE_CHANNELS.flatMap((c) => {
          const value = changes[c.name]
          return value === undefined || value === c.rest ? [] : [[c.name, value]]
        }),
      ),
    ]),
  )
