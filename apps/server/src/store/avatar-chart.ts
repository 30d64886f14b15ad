// What the doctor notes while looking through one model: findings and mended files come in, both go into its report.
import type { Finding } from '@psiona/shared'
import { type AvatarFindingCode, avatarFinding, type FindingDetails, worstFirst } from './avatar-finding'
import { MOST_JSON_BYTES, readAvatarJson } from './avatar-json'
import type { AvatarFile, AvatarTree } from './avatar-tree'

/** A model with more to say than this has one thing to say: take another. */
const MOST_FINDINGS = 200

export class AvatarChart {
  readonly #findings: Finding[] = []
  /** Path → what it should hold. */
  readonly writes = new Map<string, string>()

  note(code: AvatarFindingCode, details: FindingDetails = {}): void {
    if (this.#findings.length < MOST_FINDINGS) this.#findings.push(avatarFinding(code, details))
  }
  /** Mended or not, as one finding when there is something to name. */
  noteNames(code: AvatarFindingCode, names: readonly string[], details: FindingDetails = {}): void {
    if (names.length > 0) this.note(code, { ...details, names })
  }
  get findings(): Finding[] {
    return worstFirst(this.#findings)
  }
  get usable(): boolean {
    return !this.#findings.some(({ level }) => level === 'broken')
  }
  /** The value of a JSON file, with what was wrong about its writing noted and mended. */
  async json(tree: AvatarTree, file: AvatarFile): Promise<{ value: unknown } | { mistake: { line: number; column: number } }> {
    if (file.bytes > MOST_JSON_BYTES) return { mistake: { line: 1, column: 1 } }
    const found = readAvatarJson(await tree.read(file, MOST_JSON_BYTES))
    if ('mistake' in found) return found
    if (found.foreignEncoding) this.note('json-encoding', { file: file.path, other: found.foreignEncoding })
    if (found.relaxed) this.note('json-relaxed', { file: file.path })
    if (found.foreignEncoding || found.relaxed) this.writes.set(file.path, `${JSON.stringify(found.value, null, 2)}\n`)
    return { value: found.value }
  }
}
