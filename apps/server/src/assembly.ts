// Adapters behind their ports, made from the configuration: the parts that the server and the command line both need.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createFilter, rulesOf } from '@psiona/safety'
import {
  type ChatReply,
  type MindChoice,
  type PartHealth,
  type Person,
  Problem,
  type Settings,
  type Turn,
  twoHalves,
} from '@psiona/shared'
import type { Clock } from './clock'
import type { Config } from './config'
import { createConversation } from './conversation'
import { createGuard } from './guard'
import { phonemisersOf } from './language-assembly'
import type { Log } from './log'
import { inspectLooks } from './looks-assembly'
import { llmBuiltin } from './mind/llm-builtin'
import { createLlms } from './mind/llms'
import { createMind } from './mind/mind'
import type { CharacterSource, TurnStore } from './organs'
import { psiDataFiles } from './psi-data'
import { quietAnswer } from './quiet-answer'
import { openFileHearing } from './recogniser-assembly'
import { isExempt } from './safety-assembly'
import { openCharacterFiles } from './store/character-files'
import { openDataFolder } from './store/data-folder'
import { openSettings } from './store/settings-file'
import { openStandInTurnStore, openTurnStore } from './store/turn-store'
import { topic } from './streams'
import { createTurnTaking } from './turn-taking'

/** The database when it opens; a stand-in that forgets, and says why, when it does not: she still talks. */
export async function openStore(config: Config, clock: Clock): Promise<TurnStore> {
  const migrationsDir = join(config.rootDir, 'prisma/migrations')
  try {
    return await openTurnStore({ dataDir: config.dataDir, migrationsDir, clock })
  } catch (cause) {
    if (!(cause instanceof Problem)) throw cause
    return openStandInTurnStore({ migrationsDir, clock }, cause)
  }
}

export const charactersOf = (config: Config, clock: Clock, chosen: string, onChange: () => void, log?: Log) =>
  openCharacterFiles({
    dir: join(config.dataDir, 'characters'),
    shippedDir: join(config.rootDir, 'characters'),
    binDir: join(config.dataDir, 'bin'),
    clock,
    log,
    chosen,
    onChange,
  })

export function memoryHealth(store: TurnStore, settingsNote: string | null): PartHealth {
  const health = store.health()
  if (health.state !== 'ok' || settingsNote === null) return health
  return { part: 'memory', state: 'trouble', ...twoHalves(settingsNote) }
}

export const mindOver = (
  config: Config,
  clock: Clock,
  store: TurnStore,
  characters: CharacterSource,
  choice: () => MindChoice,
  log?: Log,
  chat?: () => string,
) => {
  const standIn = llmBuiltin({ seed: config.seed })
  const llms = createLlms({ clock, builtin: standIn })
  return createMind({ store, characters, clock, standIn, chosen: () => llms(choice()), chat, log })
}

/** What of an answer may be shown, where no stage is: by the rules for somebody who is alone with her. */
function redactionOf(clock: Clock, settings: () => Settings): (turn: Turn, text: string) => string {
  const filter = createFilter()
  const safety = () => settings().safety
  const guard = createGuard({
    clock,
    review: (text, before) => filter.review(text, rulesOf('private', safety()), before),
    settings: safety,
    exempt: isExempt,
    drop: () => {},
    note: () => {},
    onChange: () => {},
    onTrouble: () => {},
  })
  return guard.redact
}

/** The mind and its memory without voice or stage: for one answer in the process of the command line. */
export async function openMind(config: Config, clock: Clock) {
  const folder = openDataFolder(config.dataDir, clock)
  const settings = openSettings({ dataDir: config.dataDir, clock })
  const characters = await charactersOf(config, clock, settings.current().character, () => {})
  const store = await openStore(config, clock)
  const mind = mindOver(config, clock, store, characters, () => settings.current().mind)
  let notKept: unknown = null
  const conversation = createConversation({
    clock,
    store,
    news: topic(),
    earlier: [],
    idleTally: () => 'chat-only',
    onFeeling: () => {},
    redact: redactionOf(clock, settings.current),
    onOver: () => {},
    onTrouble: (cause) => {
      notKept = cause
    },
  })
  const turns = createTurnTaking({
    clock,
    chat: { next: () => null, busy: () => {} },
    holds: () => false,
    silent: () => false,
    onHappening: () => {},
    onHeard: () => {},
    onAbort: () => {},
    onDropped: () => {},
    onTrouble: () => {},
  })
  return {
    /** @throws Problem when there is no answer, or when it could not be kept */
    async reply(text: string, from: Person): Promise<ChatReply> {
      const turn = turns.aside({ kind: 'ask', from, text })
      if (!turn) throw new Problem('too-many-waiting', 'busy', 'Too many lines wait for her already. Try again.')
      const reply = await quietAnswer({ mind, conversation, turns }, turn)
      await conversation.kept()
      if (notKept) throw notKept
      return reply
    },
    settings,
    character: () => characters.current().character,
    health: (): PartHealth[] => [mind.health(), memoryHealth(store, settings.note)],
    async close() {
      await characters.close()
      await store.close()
      folder.close()
    },
  }
}

/** What can be told without a running server: for psiona doctor. */
export async function inspect(config: Config, clock: Clock): Promise<PartHealth[]> {
  const mind = await openMind(config, clock)
  const ears = await openFileHearing(config, clock, mind.settings)
  const phonemisers = phonemisersOf(config, clock)
  try {
    const files = psiDataFiles(config.rootDir)
    const voiced = existsSync(files.dictionaryFile) && existsSync(files.letterToSoundFile)
    const { language } = mind.character().voice
    const spoken = await phonemisers.check(language)
    return [
      ...ears.health(),
      ...mind.health(),
      voiced
        ? spoken.state === 'trouble'
          ? { part: 'voice', ...spoken }
          : { part: 'voice', state: 'ok', detail: `oscillator voice, portable kernel, ${language}` }
        : {
            part: 'voice',
            state: 'trouble',
            detail: 'The pronunciation data is missing.',
            remedy: 'Run git checkout packages/psi/data.',
          },
      await inspectLooks(config, clock, mind.character().appearance),
      { part: 'obs', state: 'off', detail: 'Psiona is not running; start it with npm start.' },
      { part: 'twitch', state: 'off', detail: 'Psiona is not running; start it with npm start.' },
    ]
  } finally {
    await phonemisers.close()
    await ears.close()
    await mind.close()
  }
}

/** For psiona listen: the chosen recogniser, without a running server. */
export async function openHearing(config: Config, clock: Clock) {
  const settings = openSettings({ dataDir: config.dataDir, clock })
  return openFileHearing(config, clock, settings)
}
