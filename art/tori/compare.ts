// In: the drawing and the built rig. Out: for every pose the drawing, the puppet and their difference side by side, two contact sheets,
// and a table. Run after a build: npx tsx art/tori/compare.ts [folder] [pose…]
import { mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { FACE_CHANNELS } from '@psiona/shared'
import { Resvg } from '@resvg/resvg-js'
import sharp from 'sharp'
import { openPage } from './compare/page-host'
import { difference, type Picture, pictureOf, sideBySide } from './compare/picture-difference'
import { GESTURE_POSES } from './drawing/gesture-poses'
import { GESTURES, type GestureName } from './drawing/gestures'
import { portrait } from './drawing/portrait'
import { type Pose, poseOf, SWINGS } from './drawing/pose'
import { POSES } from './drawing/poses'
import { CANVAS } from './drawing/proportions'

const SCALE = 0.4
const SIZE = { width: CANVAS.width * SCALE, height: CANVAS.height * SCALE }
/** Head and shoulders, as on the sheet. */
const HEAD = { left: 150, top: 0, width: 520, height: 560 }

const out = process.argv[2] ?? path.join(tmpdir(), 'tori-compare')
const chosen = process.argv.slice(3)
mkdirSync(out, { recursive: true })

const parametersOf = (pose: Pose): Record<string, number> => ({
  ...Object.fromEntries(FACE_CHANNELS.map((c) => [c.parameter, pose[c.name]])),
  ...Object.fromEntries(Object.entries(GESTURES).map(([name, { parameter }]) => [parameter, pose[name as GestureName]])),
  ...Object.fromEntries(Object.entries(SWINGS).map(([name, id]) => [id, pose[name as keyof typeof SWINGS]])),
})

const sheet = async (pictures: readonly Picture[], file: string): Promise<void> => {
  const columns = 6
  const cell = { width: HEAD.width / 2, height: HEAD.height / 2 }
  const cells = await Promise.all(
    pictures.map(({ pixels, width, height }) =>
      sharp(pixels, { raw: { width, height, channels: 4 } })
        .extract(HEAD)
        .resize(cell.width, cell.height)
        .png()
        .toBuffer(),
    ),
  )
  const rows = Math.ceil(cells.length / columns)
  await sharp({ create: { width: columns * cell.width, height: rows * cell.height, channels: 3, background: '#fff' } })
    .composite(cells.map((input, i) => ({ input, left: (i % columns) * cell.width, top: Math.floor(i / columns) * cell.height })))
    .png()
    .toFile(path.join(out, file))
}

const host = await openPage()
try {
  await host.page.evaluate(({ width, height }) => window.compare.open(width, height), SIZE)
  const [drawn, puppets]: [Picture[], Picture[]] = [[], []]
  for (const [name, changes] of Object.entries({ ...POSES, ...GESTURE_POSES })) {
    if (chosen.length > 0 && !chosen.includes(name)) continue
    const pose = poseOf(changes)
    const url = await host.page.evaluate((values) => window.compare.draw(values), parametersOf(pose))
    const puppet = await pictureOf(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'))
    const drawing = await pictureOf(new Resvg(portrait(pose, SCALE), { font: { loadSystemFonts: false } }).render().asPng())
    const { mean, wrong } = difference(drawing, puppet)
    process.stdout.write(
      `${name.padEnd(14)} mean ${mean.toFixed(2).padStart(6)} of 255   off ${(wrong * 100).toFixed(2).padStart(6)} %\n`,
    )
    writeFileSync(path.join(out, `${name}.png`), await sideBySide(drawing, puppet))
    drawn.push(drawing)
    puppets.push(puppet)
  }
  await sheet(drawn, 'sheet-drawing.png')
  await sheet(puppets, 'sheet-puppet.png')
  if (chosen.length === 0) {
    await host.page.evaluate(() => window.compare.open(320, 400))
    const { evaluationMs, framesPerSecond } = await host.page.evaluate(() => window.compare.time(180))
    process.stdout.write(
      `320 × 400, everything moving: rig ${evaluationMs.toFixed(2)} ms, ${framesPerSecond.toFixed(0)} frames/s; page ${Math.round(host.bundleBytes / 1000)} kB\n`,
    )
  }
  for (const complaint of host.complaints) process.stdout.write(`The page says: ${complaint}\n`)
} finally {
  await host.close()
}
