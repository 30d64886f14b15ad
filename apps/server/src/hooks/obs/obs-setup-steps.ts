// How far she is set up comes in; steps come out: each with its state and, where something is left to do, what to click in OBS's own words.
import type { ObsStep } from '@psiona/shared'
import { MONITOR_AND_OUTPUT, type SetupLook, type Tracks } from './obs-setup-look'

/** Track 1 is what viewers hear live. */
export const LIVE_TRACK = '1'
const OTHER_TRACKS = ['2', '3', '4', '5', '6'] as const
const MOST_NAMED = 3

const otherTracks = (tracks: Tracks) => OTHER_TRACKS.filter((track) => tracks[track])
const sharers = (look: SetupLook, track: string) => look.others.filter(({ tracks }) => tracks[track]).map(({ name }) => name)

/** A track that nobody else uses; without one the second, which others then have to leave. */
export const freeTrack = (look: SetupLook): string =>
  OTHER_TRACKS.find((track) => sharers(look, track).length === 0) ?? OTHER_TRACKS[0]

/** Hers alone, or hers after others were taken off it; null while there is none. */
export function ownTrack(look: SetupLook): { readonly track: string; readonly sharedWith: readonly string[] } | null {
  const tracks = look.source?.tracks
  if (!tracks?.[LIVE_TRACK]) return null
  const mine = otherTracks(tracks)
  // As OBS makes every source: nobody has chosen yet.
  if (mine.length === OTHER_TRACKS.length) return null
  const alone = mine.find((track) => sharers(look, track).length === 0)
  if (alone !== undefined) return { track: alone, sharedWith: [] }
  const [only, ...more] = mine
  return only !== undefined && more.length === 0 ? { track: only, sharedWith: sharers(look, only) } : null
}

function named(names: readonly string[]): string {
  const some = names.slice(0, MOST_NAMED).map((name) => `“${name}”`)
  const more = names.length - some.length
  return `${some.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

/** `shown`: OBS's names made fit to be seen. `refused`: what OBS refused when it was last tried. */
export function setupSteps(look: SetupLook, shown: (real: string) => string, refused: ReadonlySet<ObsStep['id']>): ObsStep[] {
  const { source } = look
  const name = source ? shown(source.name) : 'Psiona'
  const track = ownTrack(look)
  const sharedWith = track?.sharedWith.map(shown) ?? []
  const echoes = look.hearHerAgain.map(shown)
  const step = (id: ObsStep['id'], title: string, done: boolean, toDo: string, byHand = refused.has(id)): ObsStep => ({
    id,
    title,
    state: done ? 'done' : byHand ? 'by-hand' : 'open',
    toDo: done ? '' : toDo,
  })
  return [
    step('scene', 'A scene to stand in', look.program !== '', 'Scenes → + → enter a name → OK.'),
    step(
      'browser-source',
      'A browser source that shows her',
      source !== null && !look.outdated,
      look.outdated
        ? `Its address has changed: press Set up, or Sources → double-click ${name} → enter the overlay address of this panel as URL → OK.`
        : look.canBrowse
          ? 'Sources → + → Browser → Create new: Psiona → OK. Enter the overlay address of this panel as URL, Width 1280, Height 720; leave “Shutdown source when not visible” and “Refresh browser when scene becomes active” unticked → OK.'
          : 'This OBS has no Browser source. Install OBS from obsproject.com or Flathub, which has one, and press Set up again. Or open the overlay address in a browser window, then in OBS: Sources → + → Window Capture → OK → choose that window.',
      refused.has('browser-source') || (source === null && !look.canBrowse),
    ),
    step(
      'in-scene',
      look.standsIn === null ? 'She stands in a scene' : `She stands in “${shown(look.standsIn)}”`,
      look.standsIn !== null,
      source
        ? `Choose the scene, then Sources → + → Browser → Add Existing: ${name} → tick “Make source visible” → OK.`
        : 'Choose the scene before you add the source.',
    ),
    step(
      'own-audio',
      'Her sound goes through the mixer',
      source?.settings.reroute_audio === true,
      `Sources → double-click ${name} → tick “Control audio via OBS” → OK.`,
    ),
    step(
      'monitoring',
      'You hear her too',
      source?.monitor === MONITOR_AND_OUTPUT && echoes.length === 0,
      source?.monitor === MONITOR_AND_OUTPUT
        ? `If ${named(echoes)} captures the device you listen on, viewers hear her twice: File → Settings → Audio → Advanced → Monitoring Device: choose headphones that ${named(echoes)} does not capture, or mute ${named(echoes)}.`
        : `Edit → Advanced Audio Properties → ${name} → Audio Monitoring: Monitor and Output.`,
      refused.has('monitoring') || source?.monitor === MONITOR_AND_OUTPUT,
    ),
    step(
      'track',
      track === null ? 'An audio track of her own' : `Audio track ${track.track} is hers`,
      track !== null && sharedWith.length === 0,
      track === null
        ? `Edit → Advanced Audio Properties → ${name} → Tracks: tick 1 and ${freeTrack(look)}, untick the others.`
        : `Edit → Advanced Audio Properties → Tracks: untick ${track.track} at ${named(sharedWith)}, so that track ${track.track} holds her alone.`,
      refused.has('track') || track !== null,
    ),
    step(
      'studio-mode',
      'Changes are seen at once',
      !look.studioMode,
      'Studio Mode is on: what changes inside a scene is seen after the next Transition. Click Transition, or untick “Duplicate Scene” in the menu beside the Transition button.',
      true,
    ),
  ]
}
