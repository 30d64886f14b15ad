// A language tag (BCP 47) and what languages a phonemiser has flow in; the name it has for that language flows out, or null.

export interface EspeakVoice {
  readonly language: string
  /** Other tags it serves, and how gladly: the smaller the number, the more so. */
  readonly others: readonly { readonly language: string; readonly priority: number }[]
}

/** What `espeak-ng --voices` prints: Pty Language Age/Gender VoiceName File Other Languages. */
export function parseVoices(table: string): readonly EspeakVoice[] {
  return table.split('\n').flatMap((line) => {
    const [, language, others = ''] = /^\s*\d+\s+([\w-]+)\s+\S+\s+\S+\s+\S+(.*)$/.exec(line) ?? []
    if (!language) return []
    const served = [...others.matchAll(/\(([\w-]+)\s+(\d+)\)/g)]
    return [
      {
        language: language.toLowerCase(),
        others: served.map(([, tag = '', priority]) => ({ language: tag.toLowerCase(), priority: Number(priority) })),
      },
    ]
  })
}

/** Where the tag's own way does not lead to the voice that reads that language's own script, or leads to none. */
const CALLED: Readonly<Record<string, readonly string[]>> = {
  // 'cmn' reads its own pinyin as English words.
  zh: ['cmn-latn-pinyin', 'cmn'],
  cmn: ['cmn-latn-pinyin', 'cmn'],
  'zh-hk': ['yue'],
  'zh-mo': ['yue'],
  no: ['nb'],
  nn: ['nb'],
  iw: ['he'],
  in: ['id'],
  sh: ['hr', 'sr'],
  fil: ['tl', 'id'],
  'es-mx': ['es-419'],
  'es-ar': ['es-419'],
  'es-us': ['es-419'],
}

/** "de-AT" → "de", "pt-BR" → "pt-br", "zh-Hant-HK" → "yue". */
export function espeakVoice(tag: string, voices: readonly EspeakVoice[]): string | null {
  const known = new Set(voices.map(({ language }) => language))
  const parts = tag.toLowerCase().split('-')
  // The script of a tag ("zh-Hant-TW") tells voices apart only where it is part of a voice's own name.
  const plain = parts.filter((part, i) => i === 0 || part.length !== 4)
  const names = [parts.join('-'), ...plain.map((_, i) => plain.slice(0, plain.length - i).join('-'))]
  for (const name of names) {
    const found = [...(CALLED[name] ?? []), name].find((each) => known.has(each)) ?? serving(name, voices)
    if (found) return found
  }
  return voices.find(({ language }) => language.startsWith(`${parts[0]}-`))?.language ?? null
}

/** The voice that serves a language beside its own, most gladly first. */
function serving(name: string, voices: readonly EspeakVoice[]): string | undefined {
  return voices
    .flatMap(({ language, others }) =>
      others.filter((other) => other.language === name).map(({ priority }) => ({ language, priority })),
    )
    .sort((one, other) => one.priority - other.priority)[0]?.language
}
