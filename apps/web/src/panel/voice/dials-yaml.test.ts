import { VoiceDials } from '@psiona/shared'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { dialsYaml } from './dials-yaml'

test('what is copied means the same in a character file', () => {
  for (const dials of [
    VoiceDials.parse({}),
    VoiceDials.parse({
      pitchHz: 224,
      jitter: 0.012,
      equaliser: [
        { hz: 120, db: -1.5 },
        { hz: 4000, db: 2 },
      ],
    }),
  ])
    expect(parse(dialsYaml(dials))).toEqual({ voice: { dials } })
})
