// A character file's text and what the panel writes into it flow in, the text with it flows out: dials of the voice, what she wears.
import { isDeepStrictEqual } from 'node:util'
import { Appearance, type AppearanceChange, VoiceDials } from '@psiona/shared'
import { groupAt, withValues } from './yaml-values'

const DIALS = ['voice', 'dials']
const APPEARANCE = ['appearance']
const DEFAULT_DIALS: Readonly<Record<string, unknown>> = VoiceDials.parse({})
const DEFAULT_APPEARANCE: Readonly<Record<string, unknown>> = Appearance.parse({})

/** What is not in the file and stands where it would anyway is not written. */
function withChanged(
  yaml: string,
  path: readonly string[],
  values: Readonly<Record<string, unknown>>,
  defaults: Readonly<Record<string, unknown>>,
): string {
  const written = groupAt(yaml, path)
  const changed = Object.entries(values).filter(
    ([name, value]) => value !== undefined && !isDeepStrictEqual(value, name in written ? written[name] : defaults[name]),
  )
  return withValues(yaml, path, Object.fromEntries(changed))
}

/** The text must be a valid character file. @throws Problem 'values-not-written' */
export const withDials = (yaml: string, dials: VoiceDials): string => withChanged(yaml, DIALS, dials, DEFAULT_DIALS)

/** Likewise; accessories that are not named stay as they are. @throws Problem 'values-not-written' */
export function withAppearance(yaml: string, { accessories, ...rest }: AppearanceChange): string {
  const worn = withChanged(yaml, APPEARANCE, rest, DEFAULT_APPEARANCE)
  return accessories ? withChanged(worn, [...APPEARANCE, 'accessories'], accessories, {}) : worn
}
