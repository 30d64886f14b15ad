// In: a *-worklet.ts source. Out: one plain script with everything it imports, since an AudioWorklet cannot load the bundler's chunks.
import path from 'node:path'
import { build } from 'esbuild'

/** @this {{ async(): (error: unknown, code?: string) => void, resourcePath: string, addDependency(file: string): void }} */
export default function bundleWorklet() {
  const done = this.async()
  build({
    entryPoints: [this.resourcePath],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2022',
    metafile: true,
    absWorkingDir: import.meta.dirname,
  }).then(
    ({ outputFiles, metafile }) => {
      for (const file of Object.keys(metafile.inputs)) this.addDependency(path.resolve(import.meta.dirname, file))
      done(null, outputFiles[0].text)
    },
    (error) => done(error),
  )
}
