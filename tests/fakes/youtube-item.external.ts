// An item of YouTube's live chat comes in; our happenings go out. Only what the suite of chat sources needs.
import { type Happening, LineWritten, type Person, sanitise } from '@psiona/shared'
import { z } from 'zod'

export const YoutubePage = z.object({ nextPageToken: z.string(), pollingIntervalMillis: z.number(), items: z.array(z.unknown()) })
const Item = z.object({
  id: z.string().min(1),
  snippet: z.object({
    type: z.string(),
    displayMessage: z.string().nullish(),
    superChatDetails: z.object({ amountMicros: z.coerce.number(), userComment: z.string().nullish() }).optional(),
    messageDeletedDetails: z.object({ deletedMessageId: z.string() }).optional(),
    userBannedDetails: z.object({ bannedUserDetails: z.object({ channelId: z.string() }), banType: z.string() }).optional(),
  }),
  authorDetails: z.object({
    channelId: z.string(),
    displayName: z.string(),
    isChatOwner: z.boolean(),
    isChatModerator: z.boolean(),
    isChatSponsor: z.boolean(),
  }),
})
/** Of money the smallest unit counts. */
const MICROS_A_CENT = 10_000

export function youtubeItem(
  raw: unknown,
  at: number,
): { readonly id: string; readonly authorId: string; readonly happening: Happening | null } | null {
  const item = Item.safeParse(raw).data
  if (!item) return null
  const { id, snippet, authorDetails: author } = item
  const from: Person = { platform: 'youtube', id: author.channelId, name: sanitise(author.displayName, 25) || author.channelId }
  const line = (text: string, paid?: LineWritten['paid']) =>
    LineWritten.safeParse({
      ...{ type: 'line-written', messageId: id, from, text: sanitise(text), at, paid },
      roles: { broadcaster: author.isChatOwner, moderator: author.isChatModerator, subscriber: author.isChatSponsor },
    }).data ?? null
  const happening = ((): Happening | null => {
    switch (snippet.type) {
      case 'textMessageEvent':
        return line(snippet.displayMessage ?? '')
      case 'superChatEvent':
        return line(snippet.superChatDetails?.userComment ?? '', {
          kind: 'money',
          amount: Math.round((snippet.superChatDetails?.amountMicros ?? 0) / MICROS_A_CENT),
          title: '',
        })
      case 'newSponsorEvent':
        return {
          type: 'event-happened',
          eventId: id,
          kind: 'subscription',
          platform: 'youtube',
          from,
          amount: 1,
          title: '',
          text: '',
          phase: 'once',
          choices: [],
          at,
        }
      case 'messageDeletedEvent':
        return { type: 'line-deleted', platform: 'youtube', messageId: snippet.messageDeletedDetails?.deletedMessageId ?? '' }
      case 'userBannedEvent':
        return {
          type: 'line-deleted',
          platform: 'youtube',
          personId: snippet.userBannedDetails?.bannedUserDetails.channelId ?? '',
        }
      default:
        return null
    }
  })()
  return { id, authorId: author.channelId, happening }
}
