// What the setup put in and changed, kept by OBS itself, one record per scene collection. In: a record without addresses or tokens. Out: the same after any restart.
import { z } from 'zod'
import { CollectionAnswer, SlotAnswer } from './obs-answer.external'
import type { ObsLine } from './obs-link'

const SetupRecord = z.object({
  input: z.string(),
  /** '' before OBS 30.2. */
  uuid: z.string(),
  /** The source is ours; otherwise it was there and only the following was changed. */
  created: z.boolean(),
  /** Scenes it was put in, and those in which it was switched on. */
  placedIn: z.array(z.string()),
  shownIn: z.array(z.string()),
  /** As it was before; null and what is missing = not changed. */
  before: z.object({
    settings: z.record(z.string(), z.boolean()),
    monitor: z.string().nullable(),
    tracks: z.record(z.string(), z.boolean()).nullable(),
  }),
})
export type SetupRecord = z.infer<typeof SetupRecord>

const REALM = 'OBS_WEBSOCKET_DATA_REALM_GLOBAL'

async function slotOf(line: ObsLine): Promise<{ realm: string; slotName: string }> {
  const { currentSceneCollectionName } = CollectionAnswer.parse(await line.call('GetSceneCollectionList'))
  return { realm: REALM, slotName: `psiona-setup/${currentSceneCollectionName}` }
}

/** Null: the setup has done nothing in this collection. */
export async function readSetupRecord(line: ObsLine): Promise<SetupRecord | null> {
  const { slotValue } = SlotAnswer.parse(await line.call('GetPersistentData', await slotOf(line)))
  return SetupRecord.safeParse(slotValue).data ?? null
}

export async function keepSetupRecord(line: ObsLine, record: SetupRecord | null): Promise<void> {
  // A slot cannot be removed; an empty object is no record.
  await line.call('SetPersistentData', { ...(await slotOf(line)), slotValue: record ?? {} })
}
