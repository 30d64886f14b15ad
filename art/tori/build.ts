// In: the drawing (art/tori/drawing). Out: live2d-models/tori with atlas, rig and expressions. Run: npx tsx art/tori/build.ts
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Rig } from '@psiona/shared'
import { expressions } from './expressions'
import { atlasImage } from './rig/atlas-image'
import { ATLAS_FILE, buildRig } from './rig/build-rig'

const out = path.join(import.meta.dirname, '../../live2d-models/tori')
mkdirSync(out, { recursive: true })

const { rig, layout } = buildRig()
const image = await atlasImage(layout)
const text = JSON.stringify(Rig.parse(rig))
writeFileSync(path.join(out, ATLAS_FILE), image)
writeFileSync(path.join(out, 'tori.rig.json'), text)
writeFileSync(path.join(out, 'expressions.json'), `${JSON.stringify(expressions(), null, 2)}\n`)

const vertices = rig.meshes.reduce((sum, m) => sum + m.uvs.length / 2, 0)
const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000)} kB`
process.stdout.write(
  `${rig.meshes.length} meshes with ${vertices} points, ${rig.deformers.length} deformers, ${layout.places.size} pieces on ` +
    `${layout.width} × ${layout.height}: atlas ${kilobytes(image.length)}, rig ${kilobytes(text.length)}\n`,
)
