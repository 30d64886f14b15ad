// The paths in an archive or folder come in; out goes what each is to a model: part of it, hidden, another archive, or nothing of hers.
export type Belonging = 'part' | 'hidden' | 'archive' | 'sound' | 'stranger'

/** What a page loads, and what says whose she is. Nothing that could run is among it. */
const PARTS = /\.(json|moc3|png|webp|jpe?g|txt|md|pdf)$/i
const NAMELESS_TEXT = /(^|\/)(licen[cs]e|readme|copying)$/i
const ARCHIVES = /\.(zip|rar|7z|tar|gz|lzh|bz2|xz)$/i
const SOUNDS = /\.(wav|mp3|ogg|m4a|flac)$/i
const HIDDEN = /(^|\/)(\.[^/]*|__MACOSX|Thumbs\.db|desktop\.ini)(\/|$)/i
/** Of another Psiona; a new one is written. */
const OLD_REPORT = /(^|\/)psiona\.report\.json$/

export function belonging(path: string): Belonging {
  if (HIDDEN.test(path)) return 'hidden'
  if (OLD_REPORT.test(path)) return 'stranger'
  if (PARTS.test(path) || NAMELESS_TEXT.test(path)) return 'part'
  return ARCHIVES.test(path) ? 'archive' : SOUNDS.test(path) ? 'sound' : 'stranger'
}

/** Texts that may say what her owner allows, in the languages models come from. */
const LICENCE =
  /licen[cs]e|copying|terms|readme|read_me|read me|利用規約|規約|ライセンス|お読み|読んで|说明|說明|使用须知|须知|許諾|授权|授權|이용|약관|설명/i

export const licenceFile = (paths: readonly string[]): string | null =>
  paths.find((path) => LICENCE.test(path.split('/').at(-1) ?? '') && !/\.(json|moc3|png|webp|jpe?g)$/i.test(path)) ?? null
