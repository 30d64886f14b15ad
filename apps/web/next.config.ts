// In: `next build`. Out: apps/web/out, a static site that apps/server serves as it is (no server of Next's own).
import path from 'node:path'
import type { NextConfig } from 'next'

const config: NextConfig = {
  output: 'export',
  // Workspace packages are TypeScript sources.
  transpilePackages: ['@psiona/shared'],
  turbopack: {
    root: path.join(import.meta.dirname, '../..'),
    rules: {
      // `new URL('./x-worklet.ts', import.meta.url)` becomes the address of a self-contained script.
      '*-worklet.ts': { loaders: [path.join(import.meta.dirname, 'worklet-loader.mjs')], as: '*.js', type: 'asset' },
    },
  },
  images: { unoptimized: true },
  devIndicators: false,
  // TypeScript 7 has no compiler API; its command line checks the project.
  experimental: { useTypeScriptCli: true },
}

export default config
