// The checkout as tests see it: where it is, and which files of it are source.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Every file git tracks or would track, relative to the root. */
export const allFiles = (): string[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
    .split('\n')
    .filter((file) => file && existsSync(join(root, file)))

/** Hand-written program text. */
export const sourceFiles = (): string[] =>
  allFiles().filter((file) => /\.(ts|tsx|mjs|cjs|cpp|hpp)$/.test(file) && !file.startsWith('apps/web/src/ui/'))
