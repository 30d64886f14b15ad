// A phone in front of a served house. In: the house and what the phone asks. Out: answers through the door for the local network, with the cookie of its pairing.
import { PairingOffer } from '@psiona/shared'
import type { Socket } from 'socket.io-client'
import { io } from 'socket.io-client'
import { type Answer, ask, command, type Question, type ServedHouse } from './served-house'

export interface Phone {
  readonly id: string
  /** Name and value. */
  readonly cookie: string
  /** As one of our own pages on it would. */
  ask(question: Question): Promise<Answer>
  join(namespace: string, token?: string): Socket
}

export async function newCode(served: ServedHouse): Promise<string> {
  const offer = PairingOffer.parse(JSON.parse((await command(served, 'POST', '/api/phones')).text))
  return new URL(offer.url).hash.replace('#pair=', '')
}

export const presentCode = (served: ServedHouse, code: string, headers: Record<string, string> = {}, name = 'My phone') =>
  ask(served.lanPort, {
    byLan: true,
    method: 'POST',
    path: '/api/pair',
    headers: { Origin: served.lanOrigin, 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify({ code, name }),
  })

export function joinByLan(served: ServedHouse, namespace: string, headers: Record<string, string>, token?: string): Socket {
  return io(`${served.lanOrigin}${namespace}`, {
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    rejectUnauthorized: false,
    extraHeaders: headers,
    ...(token === undefined ? {} : { auth: { token } }),
  })
}

export async function pairedPhone(served: ServedHouse, name?: string): Promise<Phone> {
  const answer = await presentCode(served, await newCode(served), {}, name)
  const cookie = String(answer.headers['set-cookie']?.[0]).split(';')[0] ?? ''
  const Origin = served.lanOrigin
  return {
    id: String(JSON.parse(answer.text).phoneId),
    cookie,
    ask: (question) =>
      ask(served.lanPort, { byLan: true, ...question, headers: { Origin, Cookie: cookie, ...question.headers } }),
    join: (namespace, token) => joinByLan(served, namespace, { Origin, Cookie: cookie }, token),
  }
}
