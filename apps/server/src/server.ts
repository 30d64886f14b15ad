// The one composition root: a configuration flows in, a running house flows out. Which adapter stands behind which port is said here and nowhere else.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type PartHealth, Problem, takesBack } from '@psiona/shared'
import { createAttention } from './attention'
import { createChatLog } from './chat-log'
import type { Clock } from './clock'
import type { Config } from './config'
import { createConversation } from './conversation'
import { deafEars } from './ears/ears'
import { createHooks } from './hooks/hooks'
import { createTwitchHook } from './hooks/twitch/twitch-hook'
import type { HouseNews } from './house'
import { createHousehold } from './household'
import { createLog } from './log'
import { findMinds } from './mind/find-minds'
import { lines } from './mind/lines'
import { llmBuiltin } from './mind/llm-builtin'
import { createLlms } from './mind/llms'
import { createMind } from './mind/mind'
import { createMood } from './mood'
import type { CharacterSource, TurnStore } from './organs'
import { pipeline } from './pipeline'
import { psiDataFiles } from './psi-data'
import { createStage } from './stage/stage'
import { openCharacterFiles } from './store/character-files'
import { openDataFolder } from './store/data-folder'
import { openSettings } from './store/settings-file'
import { openStandInTurnStore, openTurnStore } from './store/turn-store'
import { topic } from './streams'
import { createTurnTaking } from './turn-taking'
import { createVoice } from './voice/voice'

/** How many earlier turns a panel is shown after a start. */
const EARLIER_TURNS = 100
/** A changed part shows in the panel within this time. */
const HEALTH_EVERY_MS = 1000

export interface RunningServer {
  readonly address: string
  readonly overlayUrl: string
  health(): PartHealth[]
  close(): Promise<void>
}

/** @throws Problem when nothing can run: the port is taken, the folder cannot be written, the voice has no data. */
export async function startServer(config: Config, clock: Clock): Promise<RunningServer> {
  const folder = openDataFolder(config.dataDir, clock)
  const log = createLog({ to: join(config.dataDir, 'psiona.log') })
  const told = (what: string) => (cause: unknown) => log.error({ err: cause }, what)
  const news = topic<HouseNews>()

  const settings = openSettings({ dataDir: config.dataDir, clock, onChange: () => settled() })
  const characters = openCharacters(config, clock, () => settings.current().character, () => newCharacter())
  const character = () => characters.current().character
  const store = await openStore(config, clock)
  const mind = openMindOver(config, clock, store, characters, () => settings.current().mind, log)

  const mood = createMood({ clock, baseline: character().behaviour.baseline, onChange: (emotion) => {
    voice.setMood(emotion)
    news.publish({ type: 'emotion-changed', emotion })
  } })
  const chatLog = createChatLog(news)
  const attention = createAttention({ clock, name: () => character().identity.name, chattiness: () => character().behaviour.chattiness })
  attention.changes.subscribe(({ messageId, tag }) => {
    chatLog.retag(messageId, tag)
    if (tag.state === 'next') turns.nudge()
  })
  const conversation = createConversation({
    clock,
    store,
    news,
    earlier: await store.latest(EARLIER_TURNS),
    // Without ears she listens to nobody; she reads.
    idleTally: () => 'chat-only',
    onFeeling: mood.feel,
    onOver: (turn) => turns.over(turn),
    onTrouble: told('a turn was not kept'),
  })
  const turns = createTurnTaking({
    clock,
    chat: attention,
    onHappening: (happening) => {
      if (happening.type === 'line-written') return chatLog.show(happening, attention.consider(happening))
      attention.forget(happening)
      chatLog.remove(happening)
      turns.takeBack((turn) => takesBack(happening, turn))
      void store.remove(happening).then(conversation.removed, told('a removal is not on the disk yet'))
    },
    onAbort: (_turn, reason) => voice.cut(reason),
    onDropped: conversation.dropped,
  })
  const voice = await createVoice({
    ...psiDataFiles(config.rootDir),
    clock,
    seed: config.seed,
    workerFile: fileURLToPath(new URL('./engine-worker.mjs', import.meta.url)),
    character: character(),
    hearing: conversation,
    onTrouble: told('voice'),
  })
  voice.setMood(mood.current())
  const ears = deafEars()
  const hooks = createHooks([createTwitchHook({ ...config.twitch, clock })])

  const health = (): PartHealth[] => [
    ...ears.health(),
    mind.health(),
    voice.health(),
    { part: 'face', state: 'ok', detail: `built-in puppet, ${character().appearance.model}` },
    memoryHealth(store, settings.note),
    { part: 'obs', state: 'off', detail: 'The overlay needs no connection; add its address as a browser source.' },
    ...hooks.health(),
  ]
  const house = createHousehold({
    news, turns, conversation, chatLog, mind, mood, store, settings, characters,
    findMinds: () => findMinds({ clock }),
    scene: () => ({
      character: { id: characters.current().id, name: character().identity.name },
      model: { id: character().appearance.model, kind: 'puppet', url: `/models/${character().appearance.model}/` },
      ...settings.current().overlay,
    }),
    health,
  })

  const settled = () => {
    hooks.settle(settings.current())
    news.publish({ type: 'settings-changed', settings: settings.current() })
    characters.choose()
  }
  const newCharacter = () => {
    voice.setCharacter(character())
    mood.setBaseline(character().behaviour.baseline)
    news.publish({ type: 'character-changed', character: { id: characters.current().id, name: character().identity.name } })
  }

  const stage = await createStage({
    house,
    clock,
    log,
    config: { host: config.host, port: config.port, dataDir: config.dataDir, siteDir: join(config.rootDir, 'apps/web/out'), modelsDir: join(config.rootDir, 'live2d-models'), lan: config.lan },
  })
  stage.played.subscribe(({ atSample, receivedMs }) => voice.played(atSample, receivedMs))

  const close = async () => {
    stopLooking()
    mood.close()
    attention.close()
    await hooks.close()
    await stage.close()
    await voice.close()
    characters.close()
    await store.close()
    folder.close()
  }
  let shown = ''
  const stopLooking = clock.every(HEALTH_EVERY_MS, () => {
    const parts = health()
    const now = JSON.stringify(parts)
    if (now !== shown) news.publish({ type: 'health-changed', parts })
    shown = now
  })

  void pipeline({ ears, turns, mind, record: conversation, lines, voice, stage, hooks }).catch(told('the pipeline ended'))
  hooks.settle(settings.current())
  try {
    const { address } = await stage.listen()
    folder.announce(Number(new URL(address).port))
    return { address, overlayUrl: stage.overlayUrl(), health, close }
  } catch (cause) {
    await close()
    throw cause
  }
}

/** The database when it opens; a stand-in that forgets, and says why, when it does not: she still talks. */
async function openStore(config: Config, clock: Clock): Promise<TurnStore> {
  const migrationsDir = join(config.rootDir, 'prisma/migrations')
  try {
    return await openTurnStore({ dataDir: config.dataDir, migrationsDir, clock })
  } catch (cause) {
    if (!(cause instanceof Problem)) throw cause
    return openStandInTurnStore({ migrationsDir, clock }, cause)
  }
}

function memoryHealth(store: TurnStore, settingsNote: string | null): PartHealth {
  const health = store.health()
  if (health.state !== 'ok' || settingsNote === null) return health
  const [detail = '', ...remedy] = settingsNote.split(/(?<=\.) /)
  return { part: 'memory', state: 'trouble', detail, remedy: remedy.join(' ') }
}

const mindOver = (config: Config, clock: Clock, store: TurnStore, characters: CharacterSource, choice: () => MindChoice, log?: Log) => {
  const standIn = llmBuiltin({ seed: config.seed })
  const llms = createLlms({ clock, builtin: standIn })
  return createMind({ store, characters, clock, standIn, chosen: () => llms(choice()), log })
}

/** The mind and its memory without voice or stage: for one answer in the process of the command line. */
export async function openMind(config: Config, clock: Clock) {
  const folder = openDataFolder(config.dataDir, clock)
  const settings = openSettings({ dataDir: config.dataDir, clock })
  const characters = charactersOf(config, clock, () => settings.current().character)
  const store = await openStore(config, clock)
  const mind = mindOver(config, clock, store, characters, () => settings.current().mind)
  const conversation = createConversation({
    clock,
    store,
    news: topic(),
    earlier: [],
    idleTally: () => 'chat-only',
    onFeeling: () => {},
    onOver: () => {},
    onTrouble: (cause) => {
      throw cause
    },
  })
  const turns = createTurnTaking({ clock, chat: { next: () => null, busy: () => {} }, onHappening: () => {}, onAbort: () => {}, onDropped: () => {} })
  return {
    async reply(text: string, from: Person): Promise<ChatReply> {
      const turn = turns.aside({ kind: 'ask', from, text, aloud: false })
      const one = (async function* () {
        yield turn
      })()
      for await (const _ of conversation.note(mind.answer(one)));
      return conversation.replyTo(turn)
    },
    health: (): PartHealth[] => [mind.health(), memoryHealth(store, settings.note)],
    async close() {
      characters.close()
      await store.close()
      folder.close()
    },
  }
}
