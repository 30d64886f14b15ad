// What the user chose, on disk: settings.json comes in at start, every change goes out whole. The version of that file and its way up are here and nowhere else.
import { readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { defaultSettings, Settings } from '@psiona/shared'
import { z } from 'zod'
import type { Clock } from '../clock'
import { replaceFile } from './data-folder'
import { storeProblem } from './store-problem'

const CURRENT = Settings.shape.schema.unwrap().value
/** From schema n to n + 1, at index n − 1. */
const UPGRADES: readonly ((old: Record<string, unknown>) => Record<string, unknown>)[] = []

export interface SettingsFile {
  current(): Settings
  /** On disk when it returns, and onChange has been called. @throws Problem; then nothing has changed. */
  write(next: Settings): Settings
  /** Why the file was not used, for the health strip; null when all is well. */
  readonly note: string | null
}

export interface SettingsOptions {
  readonly dataDir: string
  readonly clock: Clock
  readonly onChange?: (settings: Settings) => void
}

const Versioned = z.record(z.string(), z.unknown()).and(z.object({ schema: z.number().int().min(1).max(CURRENT).default(1) }))

function parseSettings(text: string): Settings {
  let raw: Record<string, unknown> = Versioned.parse(JSON.parse(text))
  for (const upgrade of UPGRADES.slice(Number(raw.schema) - 1)) raw = upgrade(raw)
  return Settings.parse(raw)
}

/** Null when there is no file yet. @throws Problem when there is one and the disk does not give it */
function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw storeProblem(error, path)
  }
}

export function openSettings({ dataDir, clock, onChange }: SettingsOptions): SettingsFile {
  const path = join(dataDir, 'settings.json')
  let settings = defaultSettings()
  let note: string | null = null
  const text = readText(path)
  try {
    if (text !== null) settings = parseSettings(text)
  } catch (error) {
    const aside = `settings.broken-${new Date(clock.wallMs()).toISOString().replace(/[:.]/g, '-')}.json`
    const where = error instanceof z.ZodError ? error.issues[0]?.path.join('.') || 'the whole file' : 'the whole file'
    renameSync(path, join(dataDir, aside))
    note = `settings.json could not be read (${where}), so the defaults are in use; it was kept as ${aside}. Choose again in the settings, or mend that file and put it back.`
  }
  return {
    current: () => settings,
    write(next) {
      try {
        replaceFile(path, `${JSON.stringify(next, null, 2)}\n`)
      } catch (error) {
        throw storeProblem(error, path)
      }
      settings = next
      note = null
      onChange?.(settings)
      return settings
    },
    get note() {
      return note
    },
  }
}
