// What a model3.json says, however sloppily, comes in; the same file with what the doctor found out goes out. Keys it does not know stay.
import { dirname, posix } from 'node:path'
import { Model3, type Model3Motion } from '@psiona/live2d/model3'
import type { AvatarChart } from './avatar-chart'
import type { AvatarFile, AvatarTree, Carelessness } from './avatar-tree'

export const EMPTY_MODEL3: Model3 = Model3.parse({})
export type StatedExpression = Model3['FileReferences']['Expressions'][number]
type StatedGroup = Model3['Groups'][number]
type StatedHitArea = Model3['HitAreas'][number]

export interface Kept<T> {
  readonly stated: T
  readonly file: AvatarFile
}

/** Read as it is; none was there; it says nothing of a model; or the place where it cannot be read. */
export type DraftOrigin = 'stated' | 'new' | 'shape' | { readonly line: number; readonly column: number }

/** What is found while it is followed; `changed` says whether the file must be written again. */
export class Model3Draft {
  moc: AvatarFile | null = null
  textures: AvatarFile[] = []
  readonly single = new Map<'Physics' | 'Pose' | 'DisplayInfo' | 'UserData', AvatarFile>()
  expressions: (Kept<StatedExpression> & { readonly name: string })[] = []
  motions = new Map<string, Kept<Model3Motion>[]>()
  groups: StatedGroup[]
  hitAreas: StatedHitArea[]
  changed: boolean
  readonly #careless = new Map<Carelessness, Set<string>>()

  constructor(
    /** Where to look for what is hers: of several models in one archive, her folder alone. */
    readonly tree: AvatarTree,
    /** What a reference may name exactly. */
    readonly whole: AvatarTree,
    readonly file: AvatarFile,
    readonly stated: Model3,
    readonly origin: DraftOrigin,
  ) {
    this.changed = origin !== 'stated'
    this.groups = stated.Groups
    this.hitAreas = stated.HitAreas
  }

  /** False: there was none that could be read, and this one is made from what lies there. */
  get isStated(): boolean {
    return this.origin === 'stated'
  }
  follow(reference: string): AvatarFile | null {
    const found = this.tree.resolve(reference, this.file) ?? this.whole.exactly(reference, this.file)
    for (const kind of found?.careless ?? []) {
      this.changed = true
      this.#careless.set(kind, (this.#careless.get(kind) ?? new Set()).add(reference))
    }
    return found?.file ?? null
  }
  noteCarelessness(chart: AvatarChart): void {
    // The renaming itself is told once, for all files.
    for (const [kind, names] of this.#careless)
      if (kind !== 'file-renamed') chart.noteNames(kind, [...names], { file: this.file.path })
  }
  /** As the model3.json refers to it. */
  reference(file: AvatarFile): string {
    return posix.relative(dirname(this.file.path), file.path)
  }
  get motionGroups(): Record<string, number> {
    return Object.fromEntries([...this.motions].map(([group, motions]) => [group, motions.length]))
  }

  written(): string {
    const { FileReferences, ...rest } = this.stated
    const { Moc, Textures, Physics, Pose, DisplayInfo, UserData, Expressions, Motions, ...otherReferences } = FileReferences
    const model3 = {
      ...rest,
      Version: 3,
      FileReferences: {
        Moc: this.moc ? this.reference(this.moc) : Moc,
        Textures: this.textures.map((file) => this.reference(file)),
        ...Object.fromEntries([...this.single].map(([key, file]) => [key, this.reference(file)])),
        ...(this.expressions.length > 0
          ? {
              Expressions: this.expressions.map(({ stated, name, file }) => ({
                ...stated,
                Name: name,
                File: this.reference(file),
              })),
            }
          : {}),
        ...(this.motions.size > 0
          ? {
              Motions: Object.fromEntries(
                [...this.motions].map(([group, motions]) => [
                  group,
                  // Players fetch a sound that is named, whether or not it is there.
                  motions.map(({ stated: { Sound, ...stated }, file }) => ({ ...stated, File: this.reference(file) })),
                ]),
              ),
            }
          : {}),
        ...otherReferences,
      },
      Groups: this.groups,
      HitAreas: this.hitAreas,
    }
    return `${JSON.stringify(model3, null, 2)}\n`
  }
}
