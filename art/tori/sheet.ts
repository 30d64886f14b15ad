// In: the built rig. Out: labelled contact sheets of the puppet as the overlay draws it, one WebP of about 1600 px width for each entry of
// sheet/sheet-rows.ts. Run after a build: npx tsx art/tori/sheet.ts <out folder> [sheet…]
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import sharp, { type OverlayOptions } from 'sharp'
import { type HostedPage, openPage } from './compare/page-host'
import { SHEETS, type Sheet } from './sheet/sheet-rows'

const WIDTH_PX = 1600
const LABEL_PX = 26
const GROUND = '#e8eaf4'
/** Drawn so much larger than shown: smooth edges without the card's own smoothing. */
const FINER = 2

const [out, ...chosen] = process.argv.slice(2)
if (!out) throw new Error('Name a folder: npx tsx art/tori/sheet.ts <out folder> [sheet…]')
mkdirSync(out, { recursive: true })

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const label = (title: string, width: number): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${LABEL_PX}"><rect width="${width}" height="${LABEL_PX}" fill="#fff" opacity=".75"/><text x="8" y="18" font-family="DejaVu Sans, sans-serif" font-size="14" font-weight="bold" fill="#2a2f55">${escaped(title)}</text></svg>`,
  )

const drawSheet = async ({ page }: HostedPage, { file, columns, frame, rows }: Sheet): Promise<string> => {
  const width = Math.floor(WIDTH_PX / columns)
  const height = Math.round((width * frame.height) / frame.width)
  await page.evaluate(([w, h, f]) => window.compare.open(w, h, f), [width * FINER, height * FINER, frame] as const)
  const cells: OverlayOptions[] = []
  for (const [i, { title, values }] of rows.entries()) {
    const url = await page.evaluate((v) => window.compare.draw(v), values)
    const picture = Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')
    const input = await sharp(picture).flatten({ background: GROUND }).resize(width, height).png().toBuffer()
    const [left, top] = [(i % columns) * width, Math.floor(i / columns) * (height + LABEL_PX)]
    cells.push({ input: label(title, width), left, top }, { input, left, top: top + LABEL_PX })
  }
  const size = { width: columns * width, height: Math.ceil(rows.length / columns) * (height + LABEL_PX) }
  const target = path.join(out, `tori-${file}.webp`)
  const info = await sharp({ create: { ...size, channels: 3, background: GROUND } })
    .composite(cells)
    .webp({ quality: 90 })
    .toFile(target)
  return `${target}: ${rows.length} cells, ${info.width} × ${info.height}, ${Math.round(info.size / 1000)} kB\n`
}

const host = await openPage()
try {
  for (const sheet of SHEETS)
    if (chosen.length === 0 || chosen.includes(sheet.file)) process.stdout.write(await drawSheet(host, sheet))
  for (const complaint of host.complaints) process.stdout.write(`The page says: ${complaint}\n`)
} finally {
  await host.close()
}
