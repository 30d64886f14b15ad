// The real Cubism Core in Node, for tests alone. In: its file and a .moc3. Out: the model it makes of it, which poses as parameters say.
import { readFileSync } from 'node:fs'
import vm from 'node:vm'
import { z } from 'zod'

export interface CubismCoreModel {
  readonly parameters: {
    readonly ids: readonly string[]
    readonly minimumValues: Float32Array
    readonly maximumValues: Float32Array
    readonly defaultValues: Float32Array
    /** Written by who poses. */
    readonly values: Float32Array
  }
  readonly drawables: {
    readonly ids: readonly string[]
    readonly constantFlags: Uint8Array
    readonly dynamicFlags: Uint8Array
    readonly renderOrders: Int32Array
    readonly opacities: Float32Array
    /** x, y in units, y up. */
    readonly vertexPositions: readonly Float32Array[]
    readonly masks: readonly Int32Array[]
    resetDynamicFlags(): void
  }
  update(): void
}

interface Moc {
  /** Cores from 4.2.3 on can check a file before they read it. */
  hasMocConsistency?(bytes: ArrayBuffer): number
}

interface Core {
  readonly Moc: { fromArrayBuffer(bytes: ArrayBuffer): Moc | null }
  readonly Model: { fromMoc(moc: Moc): CubismCoreModel | null }
}

const LoadedCore = z.custom<Core>((core) => z.object({ Moc: z.function(), Model: z.function() }).safeParse(core).success)

/** Bits of constantFlags and dynamicFlags. */
export const CONSTANT = { add: 1, multiply: 2, doubleSided: 4, invertedMask: 8 } as const
export const DYNAMIC = { visible: 1, verticesChanged: 32 } as const

export interface LoadedMoc {
  readonly model: CubismCoreModel
  /** Null where this Core cannot say. */
  readonly consistent: boolean | null
}

/** A Core of its own for each model: a second one could move the memory that the first one shows. */
export function loadMoc(coreFile: string, moc3: Uint8Array): LoadedMoc {
  const arrays = {
    Float32Array,
    Float64Array,
    Int8Array,
    Int16Array,
    Int32Array,
    Uint8Array,
    Uint16Array,
    Uint32Array,
    ArrayBuffer,
  }
  const silent = { log: () => {}, warn: () => {} }
  const page = { ...arrays, atob, setTimeout, clearTimeout, console: silent, document: { currentScript: { src: '' } } }
  const context = vm.createContext(page)
  vm.runInContext('var window = globalThis', context)
  vm.runInContext(readFileSync(coreFile, 'utf8'), context)
  const core = LoadedCore.parse(vm.runInContext('Live2DCubismCore', context))
  const bytes = Uint8Array.from(moc3).buffer
  const moc = core.Moc.fromArrayBuffer(bytes)
  if (!moc) throw new Error('The Cubism Core does not take this .moc3.')
  const consistent = moc.hasMocConsistency ? moc.hasMocConsistency(bytes) === 1 : null
  const model = core.Model.fromMoc(moc)
  if (!model) throw new Error('The Cubism Core makes no model of this .moc3.')
  return { model, consistent }
}
