// How she looks. In: the character's appearance, the hour, her mood, how well she knows whom she talks to, what the owner and the chat put on
// her. Out: the model of the scene with what it wears, and why.
import {
  type Accessory,
  type Appearance,
  type Emotion,
  type EmotionName,
  type LineWritten,
  type LookChange,
  type LookState,
  type ModelSheet,
  type Ms,
  type ParameterValues,
  Problem,
  type SceneModel,
  type Unit,
  type Variant,
} from '@psiona/shared'
import type { Clock } from './clock'
import { type Lack, looksLacking } from './look-lack'

const LOOK_EVERY_MS: Ms = 1000
/** A variant that has just come, by itself or by a command from chat, stays at least so long: clothes that flicker are no clothes. */
const STAYS_MS: Ms = 5000
/** A mood lets go only this far below where it took hold. */
const MOOD_SLACK: Unit = 0.15
const DEFAULT = 'default'

export interface LookOptions {
  readonly clock: Clock
  /** Of the chosen character. */
  readonly appearance: () => Appearance
  /** Null: there is no such model. */
  readonly sheet: (model: string) => ModelSheet | null
  /** The sheet that ships under a name, whatever the owner has put in its place. */
  readonly shipped?: (model: string) => ModelSheet | null
  /** Where a page loads the Cubism Core; null while there is none. */
  readonly core: () => string | null
  readonly mood: () => Emotion
  /** 0..1, of whom she talks to now. */
  readonly closeness: () => Unit
  /** Local hours of the day, 0..24. */
  readonly hour?: () => number
  readonly onChange: () => void
}

export interface Look {
  scene(): SceneModel
  /** A model as it would be drawn with its usual clothes; with a sheet that draws nothing Tori stands in. */
  sceneOf(model: string, sheet: ModelSheet): SceneModel
  /** What the character file asks for and is not there, worst first. */
  lacks(): Lack[]
  state(): LookState
  /** @throws Problem for a variant, an outfit or an accessory that she does not have; nothing has changed then. */
  put(change: LookChange): void
  /** A chat line that may be a command. True when it was one, obeyed or not: nobody has to answer it. */
  heard(line: LineWritten): boolean
  /** Models, sheets, the character or the Core may have changed. */
  settle(): void
  close(): void
}

interface Command {
  readonly variant: string
  readonly untilMs: Ms
}

const hourOf = (wallMs: Ms) => {
  const now = new Date(wallMs)
  return now.getHours() + now.getMinutes() / 60
}
const within = (hour: number, [from, to]: readonly [number, number]) =>
  from <= to ? hour >= from && hour < to : hour >= from || hour < to

const clockTime = (hour: number) => `${Math.floor(hour)}:${String(Math.round((hour % 1) * 60)).padStart(2, '0')}`

/** In words, for the panel. */
export function whenWords({ when, command, commandBy }: Variant): string {
  const words = [
    ...(when.hours ? [`from ${clockTime(when.hours[0])} to ${clockTime(when.hours[1])}`] : []),
    ...(when.mood ? [`${when.mood.emotion} at least ${when.mood.atLeast}`] : []),
    ...(when.closeness ? [`closeness ${when.closeness.atLeast} to ${when.closeness.atMost}`] : []),
  ].join(' and ')
  const asked = command ? `!${command} in chat by ${commandBy === 'owner' ? 'you' : commandBy}` : ''
  return [words, asked].filter(Boolean).join(', or ') || 'only when you put it on'
}

export function createLook(options: LookOptions): Look {
  const { clock, appearance, sheet, shipped = sheet } = options
  const hour = options.hour ?? (() => hourOf(clock.wallMs()))
  /** What the owner put on by hand. */
  let hand: { variant: string | null; outfit: string | null; accessories: Record<string, boolean> } = {
    variant: null,
    outfit: null,
    accessories: {},
  }
  let commanded: Command | null = null
  /** The latest command; it may have to wait until the one before has stayed. */
  let asked: Command | null = null
  let commandedMs = Number.NEGATIVE_INFINITY
  let automatic: { readonly id: string | null; readonly sinceMs: Ms } = { id: null, sinceMs: Number.NEGATIVE_INFINITY }

  const variantNamed = (id: string | null) => appearance().variants.find((variant) => variant.id === id) ?? null
  const holds = ({ id, when }: Variant): boolean => {
    const { hours, mood, closeness } = when
    if (!hours && !mood && !closeness) return false
    const felt = (name: EmotionName) => options.mood()[name] ?? 0
    const slack = automatic.id === id ? MOOD_SLACK : 0
    const close = options.closeness()
    return (
      (!hours || within(hour(), hours)) &&
      (!mood || felt(mood.emotion) >= mood.atLeast - slack) &&
      (!closeness || (close >= closeness.atLeast && close <= closeness.atMost))
    )
  }
  const decide = () => {
    const nowMs = clock.monotonicMs()
    if (commanded && nowMs >= commanded.untilMs) commanded = null
    if (asked && (asked.variant === commanded?.variant || nowMs - commandedMs >= STAYS_MS)) {
      if (asked.variant !== commanded?.variant) commandedMs = nowMs
      commanded = asked
      asked = null
    }
    const wanted = appearance().variants.find(holds)?.id ?? null
    if (wanted !== automatic.id && nowMs - automatic.sinceMs >= STAYS_MS) automatic = { id: wanted, sinceMs: nowMs }
  }
  const worn = (): Variant | null =>
    variantNamed(hand.variant) ?? variantNamed(commanded?.variant ?? null) ?? variantNamed(automatic.id)

  /** The model she wears, or Tori when it is gone: there is always somebody. */
  const model = (variant: Variant | null) => {
    const id = variant?.model ?? appearance().model
    const own = sheet(id)
    return own ? { id, sheet: own } : { id: 'tori', sheet: sheet('tori') }
  }
  const outfitOf = (variant: Variant | null) => hand.outfit ?? variant?.outfit ?? appearance().outfit
  const isOn = (variant: Variant | null, accessory: string, byDefault: boolean) =>
    hand.accessories[accessory] ?? variant?.accessories[accessory] ?? appearance().accessories[accessory] ?? byDefault

  const sceneModel = (id: string, found: ModelSheet, variant: string, parameters: ParameterValues): SceneModel => {
    const core = options.core()
    const toris = sheet('tori')?.puppet ?? shipped('tori')?.puppet
    const standIn = found.puppet ? { id, file: found.puppet.file } : { id: 'tori', file: toris?.file ?? '' }
    return {
      id,
      url: `/models/${id}/`,
      live2d: found.live2d && core ? { file: found.live2d.file, core } : null,
      puppet: { url: `/models/${standIn.id}/`, file: standIn.file },
      map: found.map,
      parameters,
      crossfadeMs: appearance().crossfadeMs,
      variant,
    }
  }
  const dressed = (found: ModelSheet, outfitId: string, on: (accessory: Accessory) => boolean): ParameterValues => {
    const outfit = found.outfits.find(({ id }) => id === outfitId) ?? found.outfits[0]
    return Object.assign({}, outfit?.parameters, ...found.accessories.map((one) => (on(one) ? one.on : one.off)))
  }
  const scene = (): SceneModel => {
    const variant = worn()
    const { id, sheet: found } = model(variant)
    if (!found) throw new Problem('no-model', 'broken', 'The model of Tori is missing. Run git checkout live2d-models.')
    const parameters = dressed(found, outfitOf(variant), ({ id: name, byDefault }) => isOn(variant, name, byDefault))
    return sceneModel(id, found, variant?.id ?? DEFAULT, parameters)
  }

  let shown = ''
  const settle = () => {
    decide()
    const now = JSON.stringify(scene())
    if (now === shown) return
    const first = shown === ''
    shown = now
    if (!first) options.onChange()
  }
  const stop = clock.every(LOOK_EVERY_MS, settle)
  settle()

  const isOwner = ({ from, roles }: LineWritten): boolean => from.platform === 'owner' || (roles?.broadcaster ?? false)
  const mayCommand = ({ commandBy }: Variant, line: LineWritten): boolean => {
    const { roles } = line
    if (isOwner(line)) return true
    if (commandBy === 'anyone') return true
    if (commandBy === 'subscribers') return (roles?.subscriber || roles?.moderator) ?? false
    return commandBy === 'moderators' && (roles?.moderator ?? false)
  }

  return {
    scene,
    sceneOf: (id, found) =>
      sceneModel(
        id,
        found,
        DEFAULT,
        dressed(found, '', ({ byDefault }) => byDefault),
      ),
    lacks: () => looksLacking(appearance(), sheet),
    state() {
      const variant = worn()
      const { sheet: found } = model(variant)
      const outfit = outfitOf(variant)
      return {
        scene: scene(),
        variants: appearance().variants.map((one) => ({
          id: one.id,
          title: one.title ?? one.id,
          worn: one.id === variant?.id,
          why: whenWords(one),
        })),
        outfits: (found?.outfits ?? []).map(({ id, title }, i, all) => ({
          id,
          title,
          worn: all.some((one) => one.id === outfit) ? id === outfit : i === 0,
        })),
        accessories: (found?.accessories ?? []).map(({ id, title, byDefault }) => ({
          id,
          title,
          on: isOn(variant, id, byDefault),
        })),
      }
    },
    put({ variant, outfit, accessories }) {
      if (variant && !variantNamed(variant))
        throw new Problem(
          'no-variant',
          'missing',
          `She has no variant ${variant}. Variants stand in the character file, under appearance.`,
        )
      const next = variant === undefined ? worn() : variantNamed(variant ?? automatic.id)
      const { sheet: found } = model(next)
      if (outfit && !found?.outfits.some(({ id }) => id === outfit))
        throw new Problem('no-outfit', 'missing', `This model has no outfit ${outfit}. Choose one of those on the Looks page.`)
      const unknown = Object.keys(accessories ?? {}).find((name) => !found?.accessories.some(({ id }) => id === name))
      if (unknown !== undefined)
        throw new Problem(
          'no-accessory',
          'missing',
          `This model has no accessory ${unknown}. Choose one of those on the Looks page.`,
        )
      if (variant === null) {
        // Back to the file, whatever was put on.
        commanded = null
        asked = null
        hand = { variant: null, outfit: null, accessories: {} }
      } else if (variant !== undefined && next) {
        // What the variant itself decides comes after what was put on before it.
        const others = Object.entries(hand.accessories).filter(([name]) => !(name in next.accessories))
        hand = {
          variant,
          outfit: next.outfit === undefined && next.model === undefined ? hand.outfit : null,
          accessories: Object.fromEntries(others),
        }
      }
      hand = {
        variant: variant === undefined ? hand.variant : variant,
        outfit: outfit === undefined ? hand.outfit : outfit,
        accessories: { ...hand.accessories, ...accessories },
      }
      settle()
    },
    heard(line) {
      const word = /^!([a-z0-9-]{2,24})\s*$/i.exec(line.text)?.[1]?.toLowerCase()
      const variant = word && appearance().variants.find(({ command }) => command === word)
      if (!variant) return false
      if (mayCommand(variant, line)) {
        asked = { variant: variant.id, untilMs: clock.monotonicMs() + variant.commandMinutes * 60_000 }
        if (isOwner(line)) commandedMs = Number.NEGATIVE_INFINITY
        settle()
      }
      return true
    },
    settle,
    close: stop,
  }
}
