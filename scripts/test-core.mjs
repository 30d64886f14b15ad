// The Cubism Core for tests alone. In: nothing. Out: node_modules/.psiona/test-core/live2dcubismcore.min.js, or a sentence why not.
// The Core is proprietary: it is never a dependency, never shipped and never in the repository. An unofficial package of npm has a copy of
// Core 4.2.2; tests that need a real Core fetch that one file of it, by checksum.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { root, say } from './steps.mjs'

const PACKAGE = 'live2dcubismcore@1.0.2'
const FILE = 'package/live2dcubismcore.min.js'
const SHA256 = '29b32715c117b2c00ddd9e978cb0eb951105f56477b40f309d9feb3290bf1386'
const target = join(root, 'node_modules/.psiona/test-core/live2dcubismcore.min.js')

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex')

/** The content of one file of a tar archive. */
function fileOf(tar, name) {
  for (let at = 0; at + 512 <= tar.length; ) {
    const text = (from, length) => tar.toString('latin1', at + from, at + from + length).replace(/\0.*$/s, '')
    const bytes = Number.parseInt(text(124, 12), 8) || 0
    if (text(0, 100) === name) return tar.subarray(at + 512, at + 512 + bytes)
    at += 512 + Math.ceil(bytes / 512) * 512
  }
  throw new Error(`the package has no ${name}`)
}

function packed(folder) {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', ['pack', PACKAGE, '--pack-destination', folder, '--silent'], {
      cwd: folder,
      stdio: 'ignore',
      shell: process.platform === 'win32',
    })
    child.on('error', reject)
    child.on('close', (code) => {
      const archive = readdirSync(folder).find((name) => name.endsWith('.tgz'))
      if (code === 0 && archive) resolve(readFileSync(join(folder, archive)))
      else reject(new Error('npm could not fetch it'))
    })
  })
}

/** Never throws: what needs the Core says that it is missing. */
export async function fetchTestCore() {
  if (existsSync(target) && sha256(readFileSync(target)) === SHA256) return
  say('Fetching the Cubism Core for tests (once) …')
  const folder = mkdtempSync(join(tmpdir(), 'psiona-test-core-'))
  try {
    const core = fileOf(gunzipSync(await packed(folder)), FILE)
    if (sha256(core) !== SHA256) throw new Error('its checksum differs')
    mkdirSync(join(target, '..'), { recursive: true })
    writeFileSync(target, core)
  } catch (error) {
    say(`  not fetched: ${error.message}. What needs it is skipped.`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
