import { expect, test } from 'vitest'
import { channelNameIn } from './channel-name'

test('addresses, hashes and capitals are stripped to the name', () => {
  for (const typed of ['Psiona', ' #psiona ', 'https://www.twitch.tv/psiona/', 'twitch.tv/Psiona']) {
    expect(channelNameIn(typed)).toBe('psiona')
  }
})
