// In: dials. Out: the lines that stand for them in a character file.
import type { VoiceDials } from '@psiona/shared'
import { DIALS } from './dial-table'

export const dialsYaml = (dials: VoiceDials): string =>
  [
    'voice:',
    '  dials:',
    ...DIALS.map(({ name }) => `    ${name}: ${dials[name]}`),
    ...(dials.equaliser.length === 0
      ? ['    equaliser: []']
      : ['    equaliser:', ...dials.equaliser.map(({ hz, db }) => `      - { hz: ${hz}, db: ${db} }`)]),
    '',
  ].join('\n')
