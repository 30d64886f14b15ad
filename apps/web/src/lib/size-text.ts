// In: bytes, bytes a second, seconds. Out: the text that stands for them, in decimal units as disks and downloads are sold.
const UNITS = ['kB', 'MB', 'GB', 'TB'] as const

/** Which unit a size is said in, and its worth in bytes. */
function unitFor(bytes: number): { readonly name: string; readonly worth: number; readonly digits: number } {
  // From 999.5 on, three digits would round to four.
  const step = Math.max(
    0,
    UNITS.findIndex((_, index) => bytes < 999.5 * 1000 ** (index + 1)),
  )
  const worth = 1000 ** (step + 1)
  return { name: UNITS[step] ?? 'TB', worth, digits: step >= 2 && bytes < 99.95 * worth ? 1 : 0 }
}

const inUnit = (bytes: number, { worth, digits }: ReturnType<typeof unitFor>) => (bytes / worth).toFixed(digits)

/** "660 MB", "1.2 GB", "0 kB". */
export function sizeText(bytes: number): string {
  const unit = unitFor(bytes)
  return `${inUnit(bytes, unit)} ${unit.name}`
}

/** "412 of 660 MB": both in the unit of the whole. */
export function partText(bytes: number, wholeBytes: number): string {
  const unit = unitFor(wholeBytes)
  return `${inUnit(Math.min(bytes, wholeBytes), unit)} of ${inUnit(wholeBytes, unit)} ${unit.name}`
}

/** "3.1 MB/s", "840 kB/s". */
export function paceText(bytesPerSecond: number): string {
  const unit = unitFor(bytesPerSecond)
  return `${(bytesPerSecond / unit.worth).toFixed(unit.worth >= 1e6 && bytesPerSecond < 99.5e6 ? 1 : 0)} ${unit.name}/s`
}

/** "about 2 min", "about 40 s", "about 3 h": as exact as a guess can be. */
export function leftText(seconds: number): string {
  if (seconds < 55) return `about ${Math.max(5, Math.ceil(seconds / 5) * 5)} s`
  if (seconds < 55 * 60) return `about ${Math.round(seconds / 60)} min`
  return `about ${Math.round(seconds / 3600)} h`
}
