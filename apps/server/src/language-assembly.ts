// What reads other languages than English, made from the configuration: an installed espeak-ng, else a package beside ours, else best effort.
import { join } from 'node:path'
import type { Clock } from './clock'
import type { Config } from './config'
import { findProgram } from './find-program'
import { runProgram } from './program-run'
import { phonemiserEspeak } from './voice/phonemiser-espeak'
import { phonemiserPhonemizer } from './voice/phonemiser-phonemizer'
import { createPhonemisers } from './voice/phonemisers'

export const phonemisersOf = (config: Pick<Config, 'searchPath' | 'rootDir'>, clock: Clock) =>
  createPhonemisers([
    phonemiserEspeak({
      find: (name) => findProgram(name, config.searchPath),
      run: (order) => runProgram({ clock, ...order }),
    }),
    phonemiserPhonemizer({ clock, besideFile: join(config.rootDir, 'package.json') }),
  ])
