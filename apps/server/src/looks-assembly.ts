// The looks of the server: models and their doctor, the Cubism Core, what she wears, what stands and flies around her.
import { join } from 'node:path'
import {
  type Appearance,
  EffectTrigger,
  type Emotion,
  type EventHappened,
  type LineDeleted,
  type LineWritten,
  OWNER,
  type PartHealth,
  Problem,
  type Unit,
} from '@psiona/shared'
import { createBubbles } from './bubbles'
import type { Clock } from './clock'
import { createCloseness } from './closeness'
import type { Config } from './config'
import { createEffects } from './effects'
import type { House, HouseNews } from './house'
import { createLook } from './look'
import { createOpenParts } from './open-parts'
import type { Hearing, TurnStore } from './organs'
import { openAvatarShelf } from './store/avatar-shelf'
import { openCubismShelf } from './store/cubism-core'
import type { SettingsFile } from './store/settings-file'
import type { Topic } from './streams'

export interface LooksParts {
  readonly config: Config
  readonly clock: Clock
  readonly news: Topic<HouseNews>
  readonly settings: Pick<SettingsFile, 'current'>
  readonly store: Pick<TurnStore, 'latest'>
  readonly appearance: () => Appearance
  readonly mood: () => Emotion
  /** Words that viewers may not see, or not now. */
  readonly wouldRefuse: (text: string) => boolean
  readonly onTrouble: (what: string) => (cause: unknown) => void
}

/** Where models and the Core lie; the stage hands files out from there. The owner's own come first. */
export const looksFolders = ({ dataDir, rootDir }: Config) => ({
  modelsDirs: [join(dataDir, 'live2d-models'), join(rootDir, 'live2d-models')],
  cubismDir: join(dataDir, 'cubism'),
})

const cubismOf = (config: Config, clock: Clock, onChange: Parameters<typeof openCubismShelf>[0]['onChange']) =>
  openCubismShelf({ sourceFile: config.cubismSourceFile, dir: looksFolders(config).cubismDir, clock, onChange })
const avatarsOf = (
  config: Config,
  clock: Clock,
  rest: Pick<Parameters<typeof openAvatarShelf>[0], 'worn' | 'drawn' | 'newestFormat' | 'onChange'>,
) => {
  const [ownDir, builtInDir] = looksFolders(config).modelsDirs
  return openAvatarShelf({ ownDir: ownDir!, builtInDir: builtInDir!, clock, ...rest })
}

const faceHealth = (look: ReturnType<typeof createLook>, core: ReturnType<typeof openCubismShelf>): PartHealth => {
  const { id, live2d } = look.scene()
  const { state, version, detail } = core.state()
  const [lack] = look.lacks()
  if (lack) return { part: 'face', state: 'trouble', ...lack }
  if (state === 'trouble') {
    const [first = '', ...rest] = detail.split(/(?<=\.) /)
    return { part: 'face', state: 'trouble', detail: `${first} The built-in puppet draws her.`, remedy: rest.join(' ') }
  }
  return { part: 'face', state: 'ok', detail: live2d ? `${id}, Live2D by ${version}` : `${id}, built-in puppet` }
}

/** More is more, slowly: 1 bit or viewer 0.5, a hundred 0.75, ten thousand 1. */
const strengthOf = (amount: number | null): Unit => Math.min(1, 0.5 + Math.log10(Math.max(1, amount ?? 1)) / 8)

export async function openLooks({ config, clock, news, settings, store, appearance, mood, wouldRefuse, onTrouble }: LooksParts) {
  const open = createOpenParts(onTrouble('a part of her looks did not close'))
  const changed = () => {
    look.settle()
    news.publish({ type: 'look-changed' })
  }
  const cubism = cubismOf(config, clock, (state) => {
    news.publish({ type: 'cubism-changed', cubism: state })
    if (state.state !== 'fetching') changed()
  })
  open.add(cubism.close)
  const avatars = await avatarsOf(config, clock, {
    worn: () => appearance().model,
    drawn: () => look.scene().id,
    newestFormat: () => cubism.state().newestFormat,
    onChange: () => changed(),
  })
  open.add(avatars.close)
  const closeness = createCloseness({ news, store, first: OWNER, onTrouble: onTrouble('how well she knows somebody') })
  open.add(closeness.close)
  const drawn = () => settings.current().overlay
  const look = createLook({
    clock,
    appearance,
    sheet: avatars.sheetNow,
    shipped: avatars.shippedSheet,
    core: () => cubism.state().url,
    mood,
    closeness: closeness.current,
    onChange: () => news.publish({ type: 'look-changed' }),
  })
  open.add(look.close)
  const bubbles = createBubbles({ clock, news, wanted: () => drawn().bubbles, wouldRefuse })
  open.add(bubbles.close)
  const effects = createEffects({ clock, news, wanted: () => drawn().effects })
  open.add(effects.close)

  /** A name that viewers may read, or none. */
  const captionOf = (name = '') => (wouldRefuse(name) ? '' : name)

  const house: Pick<House, 'avatars' | 'cubism' | 'look' | 'bubbles' | 'showEffect'> = {
    avatars: {
      ...avatars,
      // Also of one that cannot be worn: its owner reads there why.
      async get(id) {
        const found = await avatars.get(id)
        return { ...found, scene: look.sceneOf(id, avatars.sheetNow(id) ?? found.sheet) }
      },
    },
    cubism,
    look: {
      state: async () => look.state(),
      put: async (change) => {
        look.put(change)
        return look.state()
      },
    },
    bubbles: bubbles.current,
    showEffect: effects.show,
  }
  return {
    house,
    look,
    /** A character is given no model that is not there. */
    checked:
      (put: House['characters']['putAppearance']): House['characters']['putAppearance'] =>
      async (id, change) => {
        const { model } = change
        if (model !== undefined && !avatars.sheetNow(model))
          throw new Problem('no-model', 'missing', `There is no model ${model}. Choose one of those on the Looks page.`)
        return put(id, change)
      },
    /** A chat line as it comes. True: it was an order for her clothes, and nobody has to answer it. */
    lineWritten(line: LineWritten): boolean {
      if (line.roles?.firstMessage) effects.happened('first-message', captionOf(line.from.name), undefined, line)
      return look.heard(line)
    },
    /** Something happened on a platform that may set off an effect or a motion. */
    happened({ kind, from, amount, at, eventId }: Pick<EventHappened, 'kind' | 'from' | 'amount' | 'at' | 'eventId'>) {
      const { data: trigger } = EffectTrigger.safeParse(kind)
      const deed = from ? { from, at, messageId: eventId } : undefined
      if (trigger) effects.happened(trigger, captionOf(from?.name), strengthOf(amount), deed)
    },
    /** Nothing of the chat stands on the picture any more. */
    clearPicture: bubbles.clear,
    /** Taken back by its platform or its writer, whether or not the chat log still has it. */
    lineDeleted(deleted: LineDeleted) {
      bubbles.takenBack(deleted)
      effects.takenBack(deleted)
    },
    /** The same hearing; a line's gesture is told to her model as well. */
    watching: (hearing: Hearing): Hearing => ({
      ...hearing,
      lineStarted(turn, spoken) {
        hearing.lineStarted(turn, spoken)
        const { gesture } = spoken.line
        if (gesture) news.publish({ type: 'motion-wanted', cue: `gesture-${gesture}` })
      },
    }),
    health: (): PartHealth => faceHealth(look, cubism),
    close: open.close,
  }
}

/** For psiona doctor, without a running server. */
export async function inspectLooks(config: Config, clock: Clock, appearance: Appearance): Promise<PartHealth> {
  const cubism = cubismOf(config, clock, () => {})
  const avatars = await avatarsOf(config, clock, { worn: () => appearance.model, newestFormat: () => 0, onChange: () => {} })
  const look = createLook({
    clock,
    appearance: () => appearance,
    sheet: avatars.sheetNow,
    shipped: avatars.shippedSheet,
    core: () => cubism.state().url,
    mood: () => ({}),
    closeness: () => 0,
    onChange: () => {},
  })
  look.close()
  const health = faceHealth(look, cubism)
  await avatars.close()
  await cubism.close()
  return health
}
