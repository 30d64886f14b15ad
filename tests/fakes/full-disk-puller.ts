// A program on a small disk that runs full while it pulls a model. In: the catalogue, a folder on that disk. Out: a line 'full' when nothing fits any more, then one line of JSON for each thing that was tried.
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { systemClock } from '../../apps/server/src/clock'
import { openModelFiles } from '../../apps/server/src/store/model-files'

const [catalogueFile = '', disk = '', id = ''] = process.argv.slice(2)
const files = openModelFiles({ catalogueFile, dir: join(disk, 'models'), clock: systemClock, onChange: () => {} })
const say = (what: string, result: object) => process.stdout.write(`${JSON.stringify({ what, ...result })}\n`)
const ballast = join(disk, 'ballast')
/** Whatever is free is taken, down to the last page. */
function fill() {
  const space = Buffer.alloc(64 * 1024)
  for (let size = space.length; size >= 512; size /= 2)
    for (let full = false; !full; ) {
      try {
        writeFileSync(ballast, space.subarray(0, size), { flag: 'a' })
      } catch {
        full = true
      }
    }
}

files.pull(id)
// The server holds the file back after its first bytes until this program has said 'full'.
while (files.list()[0]!.receivedBytes < 2_000_000) await systemClock.sleep(10)
fill()
process.stdout.write('full\n')
say('while it ran full', await files.pulled(id))
files.pull(id)
say('while it is full', await files.pulled(id))
rmSync(ballast)
files.pull(id)
say('with space again', await files.pulled(id))
say('checked', await files.verify(id))
mkdirSync(join(disk, 'models'), { recursive: true })
await files.remove(id)
const { status } = spawnSync('mount', ['-o', 'remount,ro', disk])
files.pull(id)
say('on a disk that may only be read', { remounted: status === 0, ...(await files.pulled(id)) })
await files.close()
