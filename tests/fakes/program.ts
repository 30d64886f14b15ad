// A TypeScript file of the tests becomes a program that starts fast. In: its path. Out: where the bundle lies, and how to remove it.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { root } from '../checkout'

export interface Program {
  readonly path: string
  remove(): void
}

export async function bundleProgram(source: string): Promise<Program> {
  // Inside the checkout, because packages are found from where a module lies.
  const shelf = join(root, 'node_modules/.psiona')
  mkdirSync(shelf, { recursive: true })
  const folder = mkdtempSync(join(shelf, 'program-'))
  const path = join(folder, 'program.mjs')
  await build({
    entryPoints: [join(root, source)],
    outfile: path,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    plugins: [
      {
        name: 'ours-inside-theirs-outside',
        setup: ({ onResolve }) =>
          onResolve({ filter: /^[^./]/ }, (found) =>
            found.path.startsWith('@psiona/') ? undefined : { path: found.path, external: true },
          ),
      },
    ],
  })
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
