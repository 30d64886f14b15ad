// In: nothing. Out: the path of the Cubism Core that `npm test` has fetched for tests alone, or null. It is never shipped: see docs/decisions.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { root } from './checkout'

const FILE = path.join(root, 'node_modules/.psiona/test-core/live2dcubismcore.min.js')

/** Null where it could not be fetched; then a test says so and skips, and in CI a skip counts as failed. */
export const testCore: string | null = existsSync(FILE) ? FILE : null
