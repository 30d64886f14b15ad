// In: the drawing (art/tori/drawing). Out: live2d-models/tori, or the folder that is named: atlas, rig and poses for our own puppet, and
// the same as a Live2D model. Run: npx tsx art/tori/build.ts [folder]
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Rig } from '@psiona/shared'
import { expressions } from './expressions'
import { cubismFiles, MADE_FOLDERS, RIG_FILE, texturePath } from './live2d/cubism-files'
import { texturePng } from './live2d/texture'
import { atlasImage, atlasPage } from './rig/atlas-image'
import { ATLAS_FILE, buildRig } from './rig/build-rig'

const out = path.resolve(process.argv[2] ?? path.join(import.meta.dirname, '../../live2d-models/tori'))
const write = (file: string, contents: string | Uint8Array): void => {
  mkdirSync(path.dirname(path.join(out, file)), { recursive: true })
  writeFileSync(path.join(out, file), contents)
}

const { rig, layout } = buildRig()
const image = await atlasImage(layout)
const texture = await texturePng({ ...layout, data: atlasPage(layout) })
const text = JSON.stringify(Rig.parse(rig))
const files = cubismFiles(rig)
// An expression that is drawn no more must not stay.
for (const folder of MADE_FOLDERS) rmSync(path.join(out, folder), { recursive: true, force: true })
write(ATLAS_FILE, image)
write(RIG_FILE, text)
write('expressions.json', `${JSON.stringify(expressions(), null, 2)}\n`)
write(texturePath(rig), texture)
for (const [file, contents] of files) write(file, contents)

const vertices = rig.meshes.reduce((sum, m) => sum + m.uvs.length / 2, 0)
const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000)} kB`
process.stdout.write(
  `${rig.meshes.length} meshes with ${vertices} points, ${rig.deformers.length} deformers, ${layout.places.size} pieces on ` +
    `${layout.width} × ${layout.height}: atlas ${kilobytes(image.length)}, rig ${kilobytes(text.length)}; ` +
    `Live2D: ${files.size} files, moc3 ${kilobytes(files.get('tori.moc3')?.length ?? 0)}, texture ${kilobytes(texture.length)}\n`,
)
