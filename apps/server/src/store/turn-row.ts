// A turn as it is said comes in, its row goes out; and back again, checked.
import { Emotion, type Person, TurnRecord } from '@psiona/shared'
import type { Prisma } from './generated/client'

export type TurnRow = Prisma.TurnGetPayload<{ include: { person: true } }>

export const keyOf = (person: Person): string => `${person.platform}:${person.id}`

export const rowOf = (turn: TurnRecord) => ({
  id: turn.id,
  at: new Date(turn.at),
  kind: turn.kind,
  personKey: keyOf(turn.from),
  messageId: turn.messageId ?? null,
  said: turn.said,
  answered: turn.answered,
  heard: turn.heard,
  emotion: JSON.stringify(turn.emotion),
  status: turn.status,
  firstAudioMs: turn.firstAudioMs,
  mind: turn.mind ?? null,
})

export const turnOf = ({ person, at, emotion, messageId, mind, ...row }: TurnRow): TurnRecord =>
  TurnRecord.parse({
    ...row,
    at: at.getTime(),
    from: { platform: person.platform, id: person.id, name: person.name },
    emotion: Emotion.parse(JSON.parse(emotion)),
    ...(messageId === null ? {} : { messageId }),
    ...(mind === null ? {} : { mind }),
  })
