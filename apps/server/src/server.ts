// The one composition root: a configuration flows in, a running house flows out. Which adapter stands behind which port is said here and nowhere else.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type LanState, type PartHealth, takesBack } from '@psiona/shared'
import { charactersOf, memoryHealth, mindOver, openStore } from './assembly'
import { openChat } from './chat-assembly'
import type { Clock } from './clock'
import type { Config } from './config'
import { createConversation } from './conversation'
import { tellHealth } from './health-news'
import { openHearingChain } from './hearing-assembly'
import type { HouseNews } from './house'
import { createHousehold } from './household'
import { openLoad } from './load-assembly'
import { createLog, type Log } from './log'
import { looksFolders, openLooks } from './looks-assembly'
import { findMinds } from './mind/find-minds'
import { lines } from './mind/lines'
import { createMood } from './mood'
import { createOpenParts, type OpenParts } from './open-parts'
import { createOwnVoice } from './own-voice'
import { pressPanic } from './panic'
import { NOT_SHOWN, worseVoice } from './part-words'
import { pipeline } from './pipeline'
import { psiDataFiles } from './psi-data'
import { createRememberedMicrophone } from './remembered-microphone'
import { openRig } from './rig-assembly'
import { openSafety } from './safety-assembly'
import { createSpeechProgress } from './speech-progress'
import { createStage } from './stage/stage'
import { type DataFolder, openDataFolder } from './store/data-folder'
import { openSecrets } from './store/secrets-file'
import { openSettings } from './store/settings-file'
import { topic } from './streams'
import { createTurnTaking } from './turn-taking'
import { createVoice } from './voice/voice'
import { openVoices } from './voices-assembly'

/** How many earlier turns a panel is shown after a start. */
const EARLIER_TURNS = 100

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
  const parts = { config, clock, news, settings, onTrouble: told }
  const mind = mindOver(
    config,
    clock,
    store,
    characters,
    () => load.mind(),
    log,
    () => chat.mood().summary,
  )

  const mood = createMood({
    clock,
    baseline: character().behaviour.baseline,
    onChange: (emotion) => {
      voice.setMood(emotion)
      news.publish({ type: 'emotion-changed', emotion })
    },
  })
  open.add(mood.close)
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
  const hearing = openHearingChain({ config, clock, log, settings, microphone, news, ownVoice })
  open.add(hearing.close)
  const { ears } = hearing
  const voices = openVoices({ ...parts, models: hearing.modelFiles, character })
  open.add(voices.close)
  const looks = await openLooks({
    ...parts,
    store,
    appearance: () => character().appearance,
    mood: mood.current,
    wouldRefuse: (text) => safety.desk.panicking || safety.wouldRefuse(text),
  })
  open.add(looks.close)
  const rig = openRig({ ...parts, secrets: openSecrets(config.dataDir), overlayUrl: () => stage.overlayUrl() })
  open.add(rig.close)
  const safety = openSafety({
    ...{ ...parts, paced: voices.paced },
    air: () => rig.obs.air(),
    drop: (turn) => turns.takeBack((other) => other === turn),
    panic(on) {
      const clear = [safety.guard.clear, chat.clear, looks.clearPicture]
      pressPanic(on, { turns, voice, conversation, clear, mood, rig, onTrouble: told('panic') })
    },
  })
  open.add(safety.close)
  const conversation = createConversation({
    clock,
    store,
    news,
    earlier: await store.latest(EARLIER_TURNS),
    idleTally: () => microphone.idleTally(),
    onFeeling: mood.feel,
    redact: (turn, text) => safety.guard.redact(turn, text),
    waitedMs: safety.guard.waitedMs,
    onOver: (turn) => turns.over(turn),
    onTrouble: told('a turn was not kept'),
  })
  open.add(conversation.kept)
  const chat = openChat({
    ...parts,
    name: () => character().identity.name,
    voices,
    chattiness: () => character().behaviour.chattiness,
    safety,
    sources: rig.sources,
    isCommand: looks.lineWritten,
    onEvent(event) {
      looks.happened(event)
      rig.happened(event.kind, event.amount)
    },
    onDeleted(deleted) {
      looks.lineDeleted(deleted)
      conversation.takenBack(deleted)
      turns.takeBack((turn) => takesBack(deleted, turn))
      store.remove(deleted).catch(told('a removal is not on the disk yet'))
    },
    onNext: () => turns.nudge(),
  })
  open.add(chat.close)
  const turns = createTurnTaking({
    clock,
    chat: chat.floor,
    holds: safety.guard.holds,
    silent: () => safety.desk.silent() !== '',
    onHappening: chat.take,
    onHeard: (heard) => progress.take(heard),
    onAbort(turn, reason) {
      voice.cut(reason)
      chat.floor.cut(turn, reason)
    },
    onDropped: conversation.dropped,
    onTrouble: told('a happening was passed over'),
  })
  news.subscribe(({ type }) => type === 'safety-changed' && turns.nudge())
  const voice = await createVoice({
    ...psiDataFiles(config.rootDir),
    clock,
    seed: config.seed,
    workerFile: fileURLToPath(new URL('./engine-worker.mjs', import.meta.url)),
    character: character(),
    tts: () => (load.mayBorrowVoice() ? voices.speech.chosen() : null),
    language: voices.language,
    speakable: voices.speakable,
    hearing: rig.watching(looks.watching(conversation)),
    onTrouble: told('voice'),
  })
  open.add(voice.close)
  const load = openLoad({
    ...parts,
    obs: () => rig.obs.state().load,
    lateBlocks: () => voice.lateBlocks(),
    isLive2d: () => looks.look.scene().live2d !== null,
  })
  open.add(load.close)
  voice.setMood(mood.current())
  const progress = createSpeechProgress({
    news,
    duckDb: () => settings.current().hearing.duckDb,
    onDuck: (duck) => voice.duck(duck),
  })

  let pipelineEnded = false
  const health = (): PartHealth[] => [
    ...hearing.health(),
    mind.health(),
    pipelineEnded ? NOT_SHOWN : worseVoice(voice.health(), voices.languageHealth()),
    looks.health(),
    memoryHealth(store, settings.note),
    safety.health(),
    load.health(),
    ...rig.health(),
  ]
  const house = createHousehold({
    news,
    turns,
    conversation,
    chat,
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
    voices: voices.voices,
    ratings: voices.ratings,
    looks: looks.house,
    rig,
    safety,
    load: load.state,
    scene: () => ({
      character: { id: characters.current().id, name: character().identity.name },
      model: looks.look.scene(),
      overlay: load.drawn(settings.current().overlay),
    }),
    health,
  })

  newSettings.subscribe(() => {
    const { mode, muted } = settings.current().hearing
    microphone.set({ mode, muted })
    hearing.settle()
    voices.speech.settle()
    rig.settle()
    safety.settle()
    load.settle()
    news.publish({ type: 'settings-changed', settings: settings.current() })
    characters.choose(settings.current().character)
  })
  newCharacter.subscribe(() => {
    voice.setCharacter(character())
    voices.checkLanguage()
    mood.setBaseline(character().behaviour.baseline)
    looks.look.settle()
    news.publish({ type: 'character-changed', character: { id: characters.current().id, name: character().identity.name } })
  })

  const stage = await createStage({
    house,
    clock,
    log,
    config: { ...config, ...looksFolders(config), siteDir: join(config.rootDir, 'apps/web/out') },
  })
  open.add(stage.close)
  stage.played.subscribe(({ atSample, receivedMs }) => voice.played(atSample, receivedMs))

  open.add(tellHealth(clock, news, health))

  pipeline({ ears, turns, mind, record: conversation, lines, guard: safety.guard, voice, stage, hooks: rig }).catch(
    (cause: unknown) => {
      pipelineEnded = true
      told('the pipeline ended')(cause)
    },
  )
  // What she is saying fades, and the record keeps how far it was heard.
  open.add(turns.stop)
  voices.speech.settle()
  voices.checkLanguage()
  microphone.set({ muted: settings.current().hearing.muted })
  hearing.settle()
  const { address } = await stage.listen()
  folder.announce(Number(new URL(address).port))
  // From here on the overlay has an address that OBS can be given.
  rig.settle()
  return { address, overlayUrl: stage.overlayUrl(), lan: stage.lan, health, close: open.close }
}
