// A *.model3.json in, what it names out: files, groups of parameters, hit areas. Keys it has besides are kept, so that it can be written back.
import { z } from 'zod'
import { dictionaryOf, finite, listOf, maybe, text, textOrEmpty } from './lenient'

const MOST_TEXTURES = 256
const MOST_EXPRESSIONS = 2000
const MOST_MOTIONS = 5000
const MOST_GROUPS = 1000

export const Model3Expression = z.looseObject({ Name: textOrEmpty, File: text })
export const Model3Motion = z.looseObject({
  File: text,
  /** Seconds. */
  FadeInTime: maybe(finite),
  FadeOutTime: maybe(finite),
  Sound: maybe(text),
})
export type Model3Motion = z.infer<typeof Model3Motion>

const NO_FILES = { Moc: '', Textures: [], Expressions: [], Motions: {} }
const FileReferences = z.looseObject({
  /** '' when there is none. */
  Moc: textOrEmpty,
  Textures: listOf(text, MOST_TEXTURES),
  Physics: maybe(text),
  Pose: maybe(text),
  DisplayInfo: maybe(text),
  UserData: maybe(text),
  Expressions: listOf(Model3Expression, MOST_EXPRESSIONS),
  /** Group → motions; '' is a name. */
  Motions: dictionaryOf(listOf(Model3Motion, MOST_MOTIONS), MOST_GROUPS),
})

export const Model3 = z.looseObject({
  Version: finite.catch(3),
  FileReferences: FileReferences.catch(NO_FILES),
  Groups: listOf(z.looseObject({ Target: textOrEmpty, Name: text, Ids: listOf(text, MOST_GROUPS) }), MOST_GROUPS),
  HitAreas: listOf(z.looseObject({ Id: text, Name: textOrEmpty }), MOST_GROUPS),
})
export type Model3 = z.infer<typeof Model3>

/** The parameters of a group such as 'LipSync' or 'EyeBlink'. */
export const groupIds = (model: Model3, name: string): readonly string[] =>
  model.Groups.find((group) => group.Name.toLowerCase() === name.toLowerCase())?.Ids ?? []
