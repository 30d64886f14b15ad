// In: what the browser says is plugged in. Out: the microphones to choose from, and which of them is to be used.
import type { MicDevice } from './microphone-view'

/** Names that some browsers give to whatever the system prefers, beside the device itself. */
const ALIASES = new Set(['default', 'communications'])

export interface FoundDevice {
  readonly kind: string
  readonly deviceId: string
  readonly label: string
}

/** The default first. Browsers name nothing before they may be asked for sound; then there is nothing to choose. */
export function micDevices(found: readonly FoundDevice[]): MicDevice[] {
  const inputs = found.filter(({ kind, label }) => kind === 'audioinput' && label !== '')
  if (inputs.length === 0) return []
  const preferred = inputs.find(({ deviceId }) => deviceId === 'default')?.label.replace(/^[^-]{1,20} - /, '')
  return [
    { deviceId: '', label: preferred ? `System default (${preferred})` : 'System default' },
    ...inputs.filter(({ deviceId }) => !ALIASES.has(deviceId)).map(({ deviceId, label }) => ({ deviceId, label })),
  ]
}

/** The chosen one while it is there, else the default. Before the browser has named any, the choice is taken at its word. */
export const deviceToUse = (chosen: string, devices: readonly MicDevice[]): string =>
  devices.length === 0 || devices.some(({ deviceId }) => deviceId === chosen) ? chosen : ''
