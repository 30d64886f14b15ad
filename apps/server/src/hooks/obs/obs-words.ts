// How the connection to OBS is comes in; sentences for the panel and the health strip come out.
import type { ObsSettings, PartHealth } from '@psiona/shared'
import type { LinkEnd } from './obs-link'
import type { Connection } from './obs-supervisor'

const SERVER_SETTINGS = 'Tools → WebSocket Server Settings'

interface Words {
  readonly detail: string
  readonly remedy: string
}

function wordsFor(why: LinkEnd, { host, port }: Pick<ObsSettings, 'host' | 'port'>): Words {
  switch (why) {
    case 'unreachable':
      return {
        detail: `OBS does not listen at ${host}:${port}.`,
        remedy: `Start OBS; there, in ${SERVER_SETTINGS}, tick “Enable WebSocket server” and compare the server port. Psiona goes on trying.`,
      }
    case 'not-obs':
      return {
        detail: `Another program than OBS listens at ${host}:${port}.`,
        remedy: `Compare the server port in OBS: ${SERVER_SETTINGS}. Psiona goes on trying.`,
      }
    case 'silent':
      return {
        detail: `Nothing answers at ${host}:${port}.`,
        remedy: 'See whether OBS hangs and whether the address is right. Psiona goes on trying.',
      }
    case 'closed':
      return { detail: 'OBS has closed the connection.', remedy: 'Start OBS if it is closed. Psiona goes on trying.' }
    case 'no-password':
      return {
        detail: 'OBS asks for a password.',
        remedy: `In OBS open ${SERVER_SETTINGS} → Show Connect Info, copy the server password and enter it here.`,
      }
    case 'wrong-password':
      return {
        detail: 'OBS refuses the password.',
        remedy: `In OBS open ${SERVER_SETTINGS} → Show Connect Info, copy the server password and enter it here again.`,
      }
    case 'too-old':
      return {
        detail: `What listens at ${host}:${port} does not speak obs-websocket 5.`,
        remedy: 'Update OBS to version 28 or newer, compare the server port, then press Connect.',
      }
    case 'sent-away':
      return { detail: 'Somebody ended this connection in OBS.', remedy: 'Press Connect to come back.' }
    case 'told-to-stop':
      return { detail: 'The connection to OBS has ended.', remedy: 'Press Connect to come back.' }
  }
}

const DOUBTFUL: Words = {
  detail: 'OBS does not answer at the moment.',
  remedy: 'Look for an open dialogue in OBS. The connection is made anew in a few seconds.',
}

/** Null while there is nothing wrong. */
function troubleOf(connection: Connection, doubtful: boolean, place: Pick<ObsSettings, 'host' | 'port'>): Words | null {
  if (connection.link === 'connected') return doubtful ? DOUBTFUL : null
  return connection.link === 'connecting' || connection.why === null ? null : wordsFor(connection.why, place)
}

export function obsDetail(connection: Connection, doubtful: boolean, place: Pick<ObsSettings, 'host' | 'port'>): string {
  const trouble = troubleOf(connection, doubtful, place)
  return trouble ? `${trouble.detail} ${trouble.remedy}` : ''
}

export function obsHealth(
  connection: Connection,
  doubtful: boolean,
  place: Pick<ObsSettings, 'host' | 'port'>,
  version: string,
): PartHealth {
  const trouble = troubleOf(connection, doubtful, place)
  if (trouble) return { part: 'obs', state: 'trouble', ...trouble }
  if (connection.link === 'off')
    return { part: 'obs', state: 'off', detail: 'The overlay needs no connection; add its address as a browser source.' }
  return { part: 'obs', state: 'ok', detail: connection.link === 'connected' ? version || 'connected' : 'connecting to OBS' }
}
