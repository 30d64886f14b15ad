// Puts her into OBS and takes her out again. In: a line, and which scene. Out: a browser source with her own sound, whatever was there before mended; undone, everything is as it was.
import { type ObsSetupOrder, type ObsStep, Problem } from '@psiona/shared'
import type { ObsLine } from './obs-link'
import type { ObsNames } from './obs-names'
import { ObsRefusal } from './obs-problem'
import { lookAtObs, type OverlaySource } from './obs-setup-look'
import { type Attempt, createSource, mendSource, restoreSource } from './obs-setup-mend'
import { keepSetupRecord, readSetupRecord, type SetupRecord } from './obs-setup-record.external'
import { setupSteps } from './obs-setup-steps'

export interface ObsSetup {
  steps(line: ObsLine): Promise<ObsStep[]>
  /** What OBS refuses becomes a step that is done by hand. @throws Problem when there is no such scene, or OBS is gone */
  setUp(line: ObsLine, order: ObsSetupOrder): Promise<void>
  /** Nothing happens when the setup has done nothing. */
  undo(line: ObsLine): Promise<void>
}

const UNCHANGED: Pick<SetupRecord, 'placedIn' | 'shownIn' | 'before'> = {
  placedIn: [],
  shownIn: [],
  before: { settings: {}, monitor: null, tracks: null },
}

/** Its owner may have renamed it; older versions know it by its name alone. */
const isRecorded = ({ name, uuid }: OverlaySource, record: SetupRecord) =>
  uuid !== '' && record.uuid !== '' ? uuid === record.uuid : name === record.input

export function createObsSetup({ names, overlayUrl }: { names: ObsNames; overlayUrl: () => string }): ObsSetup {
  const refused = new Set<ObsStep['id']>()
  const attempt: Attempt = async (step, work) => {
    try {
      await work()
      refused.delete(step)
      return true
    } catch (cause) {
      if (!(cause instanceof ObsRefusal)) throw cause
      refused.add(step)
      return false
    }
  }
  return {
    steps: async (line) => setupSteps(await lookAtObs(line, overlayUrl()), names.shown, refused),
    async setUp(line, order) {
      const look = await lookAtObs(line, overlayUrl())
      const scene = order.scene === undefined ? look.program : names.real(order.scene)
      if (!look.scenes.includes(scene))
        throw new Problem(
          'obs-not-found',
          'missing',
          'OBS has no scene of that name. Choose one that is there, or add it in OBS.',
        )
      if (!look.source) {
        const made =
          look.canBrowse &&
          (await attempt('browser-source', async () => {
            const source = await createSource(line, look, scene, overlayUrl())
            // Written down at once: whatever fails next, it can be taken out.
            await keepSetupRecord(line, { ...source, ...UNCHANGED, created: true })
          }))
        if (!made) return
      }
      const now = look.source ? look : await lookAtObs(line, overlayUrl())
      if (!now.source) return
      const earlier = await readSetupRecord(line)
      const known = earlier && isRecorded(now.source, earlier) ? earlier : { ...UNCHANGED, created: false }
      const { placedIn, shownIn, before } = await mendSource(line, attempt, now, now.source, scene, overlayUrl())
      await keepSetupRecord(line, {
        input: now.source.name,
        uuid: now.source.uuid,
        created: known.created,
        placedIn: [...known.placedIn, ...placedIn],
        shownIn: [...known.shownIn, ...shownIn],
        // As it was before the first time.
        before: {
          settings: { ...before.settings, ...known.before.settings },
          monitor: known.before.monitor ?? before.monitor,
          tracks: known.before.tracks ?? before.tracks,
        },
      })
    },
    async undo(line) {
      const record = await readSetupRecord(line)
      if (!record) return
      const { source } = await lookAtObs(line, overlayUrl())
      const ours = source !== null && isRecorded(source, record)
      if (ours && record.created) await line.call('RemoveInput', { inputName: source.name })
      else if (ours) await restoreSource(line, record, source)
      await keepSetupRecord(line, null)
      refused.clear()
    },
  }
}
