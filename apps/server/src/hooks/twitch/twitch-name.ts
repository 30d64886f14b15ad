// A viewer's name as Twitch shows it comes in; one that is safe to say and to show goes out, '' when nothing is left.
import { sanitise } from '@psiona/shared'

/** Twitch allows 25 letters; a name is spoken and shown, so it is kept short whatever comes. */
const LONGEST_NAME = 25
export const shortName = (name: string | undefined): string => {
  const clean = sanitise(name ?? '', LONGEST_NAME)
  return clean.length <= 100 ? clean : ''
}
