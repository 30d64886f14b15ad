// In: labels with the stretch each belongs to and the room its text needs. Out: in which row and where each stands that has room; none
// covers another, and none moves while a sound plays.
export interface Label {
  /** Of its stretch, CSS px. */
  readonly start: number
  readonly end: number
  /** What its text needs, CSS px. */
  readonly width: number
}
export interface Place {
  readonly row: number
  readonly left: number
  /** Without room of its own; it would lie over others. */
  readonly over: boolean
}

const GAP = 5
/** Farther than this from its stretch a label says the wrong thing. */
const FARTHEST = 16

/** Null for one whose stretch does not show. */
export function labelPlaces(labels: readonly Label[], room: number, rows: number): (Place | null)[] {
  const free = new Array<number>(rows).fill(0)
  return labels.map(({ start, end, width }) => {
    if (end <= 0 || start >= room) return null
    // In the middle of what shows of its stretch.
    const wanted = (Math.max(0, start) + Math.min(room, end) - width) / 2
    const within = Math.max(0, Math.min(room - width, wanted))
    for (let row = 0; row < rows; row++) {
      const left = Math.min(room - width, Math.max(wanted, free[row]!))
      if (left < free[row]! || Math.abs(left - wanted) > FARTHEST) continue
      free[row] = left + width + GAP
      return { row, left, over: false }
    }
    return { row: rows - 1, left: within, over: true }
  })
}
