// In: what somebody typed for a channel. Out: its name: people paste addresses and hashes.
export const channelNameIn = (typed: string): string =>
  typed
    .trim()
    .replace(/^(?:https?:\/\/)?(?:www\.)?twitch\.tv\//i, '')
    .replace(/^#|\/$/g, '')
    .toLowerCase()
