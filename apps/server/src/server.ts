// The one composition root: a configuration flows in, a running house flows out. Which adapter stands behind which port is said here and nowhere else.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type ChatTag, type LanState, type LineDeleted, type LineWritten, type PartHealth, takesBack } from '@psiona/shared'
import { charactersOf, memoryHealth, mindOver, openStore } from './assembly'
import { createAttention } from './attention'
import { createChatLog } from './chat-log'
import type { Clock } from './clock'
import type { Config } from './config'
import { createConversation } from './conversation'
import { openHearingChain } from './hearing-assembly'
import { createHooks } from './hooks/hooks'
import { createTwitchHook } from './hooks/twitch/twitch-hook'
import type { HouseNews } from './house'
import { createHousehold } from './household'
import { phonemisersOf } from './language-assembly'
import { openListening } from './listening-assembly'
import { createLog, type Log } from './log'
import { looksFolders, openLooks } from './looks-assembly'
import { findMinds } from './mind/find-minds'
import { lines } from './mind/lines'
import { createMood } from './mood'
import { createOpenParts, type OpenParts } from './open-parts'
import { createOwnVoice } from './own-voice'
import { NOT_SHOWN, OBS_UNASKED, worseVoice } from './part-words'
import { pipeline } from './pipeline'
import { psiDataFiles } from './psi-data'
import { createRememberedMicrophone } from './remembered-microphone'
import { speechOf } from './speech-assembly'
import { createSpeechProgress } from './speech-progress'
import { createStage } from './stage/stage'
import { type DataFolder, openDataFolder } from './store/data-folder'
import { openSettings } from './store/settings-file'
import { topic } from './streams'
import { createTurnTaking } from './turn-taking'
import { createVoice } from './voice/voice'

/** How many earlier turns a panel is shown after a start. */
const EARLIER_TURNS = 100
/** What became of a chat line that was an order for her clothes. */
const COMMAND_TAG: ChatTag = { state: 'shown', why: 'a command' }
/** A changed part shows in the panel within this time. */
const HEALTH_EVERY_MS = 1000

export interface RunningServer {
  readonly address: string
  readonly overlayUrl: string
  /** The door for phones. */
  lan(): LanState
  health(): PartHealth[]
  close(): Promise<void>
}

/** @throws Problem when nothing can run: the port is taken, the folder cannot be written, the voice has no data. */
export async function startServer(config: Config, clock: Clock): Promise<RunningServer> {
  const folder = openDataFolder(config.dataDir, clock)
  const log = createLog({ to: join(config.dataDir, 'psiona.log') })
  const open = createOpenParts((cause) => log.error({ err: cause }, 'a part did not close'))
  open.add(folder.close)
  try {
    return await openHouse(config, clock, log, folder, open)
  } catch (cause) {
    await open.close()
    throw cause
  }
}

async function openHouse(config: Config, clock: Clock, log: Log, folder: DataFolder, open: OpenParts): Promise<RunningServer> {
  const told = (what: string) => (cause: unknown) => log.error({ err: cause }, what)
  const news = topic<HouseNews>()
  const newSettings = topic<null>()
  const newCharacter = topic<null>()

  const settings = openSettings({ dataDir: config.dataDir, clock, onChange: () => newSettings.publish(null) })
  const characters = await charactersOf(config, clock, settings.current().character, () => newCharacter.publish(null), log)
  open.add(characters.close)
  const character = () => characters.current().character
  const store = await openStore(config, clock)
  open.add(store.close)
  const mind = mindOver(config, clock, store, characters, () => settings.current().mind, log)

  const mood = createMood({
    clock,
    baseline: character().behaviour.baseline,
    onChange: (emotion) => {
      voice.setMood(emotion)
      news.publish({ type: 'emotion-changed', emotion })
    },
  })
  open.add(mood.close)
  const chatLog = createChatLog(news)
  const microphone = createRememberedMicrophone({
    settings,
    news,
    onMuted: () => ears.mute(),
    onChange: () => conversation.idleChanged(),
    onTrouble: told('mode and mute will not outlive a restart'),
  })
  const ownVoice = createOwnVoice(clock)
  news.subscribe((one) => {
    if (one.type === 'heard-progressed') ownVoice.progressed(one.progress)
  })
  const hearing = await openHearingChain({ config, clock, log, settings, microphone, news, ownVoice })
  open.add(hearing.close)
  const { ears } = hearing
  const phonemisers = phonemisersOf(config, clock)
  open.add(phonemisers.close)
  const speech = speechOf({
    config,
    clock,
    settings,
    models: hearing.modelFiles,
    voice: () => character().voice,
    onTrouble: told('a voice'),
  })
  open.add(speech.close)
  news.subscribe(({ type }) => type === 'models-changed' && speech.settle())
  const listening = openListening({
    config,
    clock,
    character,
    chosen: () => settings.current().voice,
    speech,
    speakable: phonemisers.speakable,
  })
  open.add(listening.close)
  const looks = await openLooks({
    config,
    clock,
    news,
    settings,
    store,
    appearance: () => character().appearance,
    mood: mood.current,
    onTrouble: told,
  })
  open.add(looks.close)
  const attention = createAttention({
    clock,
    name: () => character().identity.name,
    chattiness: () => character().behaviour.chattiness,
  })
  open.add(attention.close)
  attention.changes.subscribe(({ messageId, tag }) => {
    chatLog.retag(messageId, tag)
    if (tag.state === 'next') turns.nudge()
  })
  const conversation = createConversation({
    clock,
    store,
    news,
    earlier: await store.latest(EARLIER_TURNS),
    idleTally: () => microphone.idleTally(),
    onFeeling: mood.feel,
    onOver: (turn) => turns.over(turn),
    onTrouble: told('a turn was not kept'),
  })
  open.add(conversation.kept)
  const lineWritten = (line: LineWritten) => chatLog.show(line, looks.lineWritten(line) ? COMMAND_TAG : attention.consider(line))
  const lineDeleted = (deleted: LineDeleted) => {
    attention.forget(deleted)
    chatLog.remove(deleted)
    looks.lineDeleted(deleted)
    conversation.takenBack(deleted)
    turns.takeBack((turn) => takesBack(deleted, turn))
    store.remove(deleted).catch(told('a removal is not on the disk yet'))
  }
  const turns = createTurnTaking({
    clock,
    chat: attention,
    onHappening: (happening) => (happening.type === 'line-written' ? lineWritten(happening) : lineDeleted(happening)),
    onHeard: (heard) => progress.take(heard),
    onAbort: (_turn, reason) => voice.cut(reason),
    onDropped: conversation.dropped,
    onTrouble: told('a happening was passed over'),
  })
  const voice = await createVoice({
    ...psiDataFiles(config.rootDir),
    clock,
    seed: config.seed,
    workerFile: fileURLToPath(new URL('./engine-worker.mjs', import.meta.url)),
    character: character(),
    tts: speech.chosen,
    language: () => character().voice.language,
    speakable: (text) => phonemisers.speakable(text, character().voice.language),
    hearing: looks.watching(conversation),
    onTrouble: told('voice'),
  })
  open.add(voice.close)
  voice.setMood(mood.current())
  const progress = createSpeechProgress({
    news,
    duckDb: () => settings.current().hearing.duckDb,
    onDuck: (duck) => voice.duck(duck),
  })
  const hooks = createHooks([createTwitchHook({ ...config.twitch, clock })])
  open.add(hooks.close)

  let pipelineEnded = false
  const health = (): PartHealth[] => [
    ...hearing.health(),
    mind.health(),
    pipelineEnded ? NOT_SHOWN : worseVoice(voice.health(), phonemisers.health(character().voice.language)),
    looks.health(),
    memoryHealth(store, settings.note),
    OBS_UNASKED,
    ...hooks.health(),
  ]
  const house = createHousehold({
    news,
    turns,
    conversation,
    chatLog,
    mind,
    mood,
    store,
    settings,
    characters: { ...characters, putAppearance: looks.checked(characters.putAppearance) },
    findMinds: () => findMinds({ clock }),
    microphone: {
      ...microphone,
      plugged: (source) => microphone.plugged('stage', source),
      ...hearing.page,
    },
    hearing: hearing.hearing,
    models: hearing.models,
    traces: hearing.traces,
    voices: listening.voices,
    ratings: listening.ratings,
    looks: looks.house,
    scene: () => ({
      character: { id: characters.current().id, name: character().identity.name },
      model: looks.look.scene(),
      overlay: settings.current().overlay,
    }),
    health,
  })

  newSettings.subscribe(() => {
    const { mode, muted } = settings.current().hearing
    microphone.set({ mode, muted })
    hearing.settle()
    speech.settle()
    hooks.settle(settings.current())
    news.publish({ type: 'settings-changed', settings: settings.current() })
    characters.choose(settings.current().character)
  })
  newCharacter.subscribe(() => {
    voice.setCharacter(character())
    void phonemisers.check(character().voice.language)
    mood.setBaseline(character().behaviour.baseline)
    looks.look.settle()
    news.publish({ type: 'character-changed', character: { id: characters.current().id, name: character().identity.name } })
  })

  const stage = await createStage({
    house,
    clock,
    log,
    config: {
      host: config.host,
      port: config.port,
      dataDir: config.dataDir,
      siteDir: join(config.rootDir, 'apps/web/out'),
      ...looksFolders(config),
      lan: config.lan,
      lanPort: config.lanPort,
      lanHost: config.lanHost,
    },
  })
  open.add(stage.close)
  stage.played.subscribe(({ atSample, receivedMs }) => voice.played(atSample, receivedMs))

  let shown = ''
  const stopLooking = clock.every(HEALTH_EVERY_MS, () => {
    const parts = health()
    const now = JSON.stringify(parts)
    if (now !== shown) news.publish({ type: 'health-changed', parts })
    shown = now
  })
  open.add(stopLooking)

  pipeline({ ears, turns, mind, record: conversation, lines, voice, stage, hooks }).catch((cause: unknown) => {
    pipelineEnded = true
    told('the pipeline ended')(cause)
  })
  // What she is saying fades, and the record keeps how far it was heard.
  open.add(turns.stop)
  hooks.settle(settings.current())
  speech.settle()
  void phonemisers.check(character().voice.language)
  microphone.set({ muted: settings.current().hearing.muted })
  hearing.settle()
  const { address } = await stage.listen()
  folder.announce(Number(new URL(address).port))
  return { address, overlayUrl: stage.overlayUrl(), lan: stage.lan, health, close: open.close }
}
