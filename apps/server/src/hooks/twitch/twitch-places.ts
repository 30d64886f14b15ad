// Where Twitch is. In: the port of a stand-in on this machine, or none. Out: the addresses of sign-in, API and events, and which others may be followed.

export interface TwitchPlaces {
  /** Both end in '/'. */
  readonly id: string
  readonly helix: string
  readonly eventSub: string
  /** Twitch moves clients to other addresses; only its own are followed. */
  mayFollow(address: string): boolean
}

/** Ten seconds is the shortest Twitch takes. */
const EVENTS_PATH = '/ws?keepalive_timeout_seconds=10'

export function twitchPlaces(apiPort?: number): TwitchPlaces {
  if (apiPort !== undefined) {
    const host = `127.0.0.1:${apiPort}`
    return {
      id: `http://${host}/oauth2/`,
      helix: `http://${host}/helix/`,
      eventSub: `ws://${host}${EVENTS_PATH}`,
      mayFollow: (address) => URL.canParse(address) && new URL(address).origin === `ws://${host}`,
    }
  }
  return {
    id: 'https://id.twitch.tv/oauth2/',
    helix: 'https://api.twitch.tv/helix/',
    eventSub: `wss://eventsub.wss.twitch.tv${EVENTS_PATH}`,
    mayFollow(address) {
      if (!URL.canParse(address)) return false
      const { protocol, hostname } = new URL(address)
      return protocol === 'wss:' && hostname.endsWith('.twitch.tv')
    },
  }
}
