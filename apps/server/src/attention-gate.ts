// What the owner chose about the chat comes in; who is not answered and why, and which lines are for her, goes out. What is dear to build is built when the settings are new.
import type { ChatRoles, ChatSettings, Person } from '@psiona/shared'
import { type Blocklist, blocklistOf } from './attention-blocklist'

/** Tag of somebody who is neither answered nor shown on the overlay. */
export const IGNORED = 'ignored'

export interface AttentionGate {
  ignores(from: Person): boolean
  /** What follows the prefix; null: the line does not begin with it. */
  afterPrefix(text: string): string | null
  /** Why this person is not answered, or null. */
  refuses(roles: ChatRoles | undefined, regular: boolean): string | null
  blocks(text: string): boolean
}

const WORD_AT_THE_END = /[\p{L}\p{N}]$/u
const WORD_FIRST = /^[\p{L}\p{N}_]/u
/** '@name' is how chat writes it. */
const nameOf = (name: string) => name.normalize('NFKC').trim().replace(/^@/, '').toLowerCase()

/** `settings`: the same object as long as nothing changed. */
export function createAttentionGate(settings: () => ChatSettings): AttentionGate {
  let built: { readonly of: ChatSettings; readonly ignored: ReadonlySet<string>; readonly blocks: Blocklist } | null = null
  const now = () => {
    const of = settings()
    if (built?.of !== of) built = { of, ignored: new Set(of.ignored.map(nameOf)), blocks: blocklistOf(of.blockedWords) }
    return built
  }
  return {
    ignores: ({ name }) => now().ignored.has(nameOf(name)),
    afterPrefix(text) {
      const prefix = settings().prefix.toLowerCase()
      if (prefix === '' || text.slice(0, prefix.length).toLowerCase() !== prefix) return null
      const rest = text.slice(prefix.length)
      return WORD_AT_THE_END.test(prefix) && WORD_FIRST.test(rest) ? null : rest.trim()
    },
    refuses(roles, regular) {
      const { answers } = settings()
      if (roles?.broadcaster || roles?.moderator || answers === 'everyone') return null
      if (answers === 'moderators') return 'only moderators are answered'
      if (roles?.subscriber || roles?.vip) return null
      if (answers === 'subscribers') return 'only subscribers are answered'
      return regular ? null : 'only regulars are answered'
    },
    blocks: (text) => now().blocks(text),
  }
}
