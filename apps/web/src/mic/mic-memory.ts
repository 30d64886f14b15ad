// In: what was chosen about the microphone in this browser. Out: the same after a reload, in every tab.
import { z } from 'zod'
import { remember, remembered } from '../lib/browser-memory'

const NAME = 'microphone'

const Choice = z.object({
  /** '' = the default. */
  deviceId: z.string().catch(''),
  /** Its name, for the time when it is not plugged in. */
  label: z.string().catch(''),
  processing: z
    .object({ echo: z.boolean(), noise: z.boolean(), gain: z.boolean() })
    .catch({ echo: true, noise: true, gain: true }),
  /** It was on when it was last used. */
  on: z.boolean().catch(false),
  /** The title of the tab that took it last. */
  tab: z.string().catch(''),
})
export type MicChoice = z.infer<typeof Choice>

const NOTHING_CHOSEN = Choice.parse({})

export function micChoice(): MicChoice {
  try {
    return Choice.safeParse(JSON.parse(remembered(NAME) ?? '{}')).data ?? NOTHING_CHOSEN
  } catch {
    // No JSON: written by somebody else. The defaults stand.
    return NOTHING_CHOSEN
  }
}

/** Read before written: another tab may have chosen meanwhile. */
export const rememberMicChoice = (change: Partial<MicChoice>): void =>
  remember(NAME, JSON.stringify({ ...micChoice(), ...change }))
