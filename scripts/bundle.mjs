// Bundles the server: apps/server and our packages flow in, dist/*.mjs flow out. Packages of others stay in node_modules.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
/** Worker threads and child processes load no TypeScript, so each kind of them is a bundle of its own. */
const entries = {
  main: 'apps/server/src/main.ts',
  'engine-worker': 'apps/server/src/voice/engine-worker.ts',
  'sherpa-worker': 'apps/server/src/ears/sherpa-worker.ts',
  'studio-worker': 'apps/server/src/voice/studio-worker.ts',
  'tts-psi-worker': 'apps/server/src/voice/tts-psi-worker.ts',
  'sherpa-speech-worker': 'apps/server/src/voice/sherpa-speech-worker.ts',
  cli: 'apps/server/src/cli/main.ts',
}

await build({
  entryPoints: Object.entries(entries).map(([out, input]) => ({ in: join(root, input), out })),
  outdir: join(root, 'dist'),
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  sourcemap: 'linked',
  logLevel: 'warning',
  plugins: [
    {
      name: 'ours-inside-theirs-outside',
      setup: ({ onResolve }) =>
        onResolve({ filter: /^[^./]/ }, ({ path }) => (path.startsWith('@psiona/') ? undefined : { path, external: true })),
    },
  ],
})
