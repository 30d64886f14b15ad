// In: a wish to sign in or out. Out: how that stands at Twitch then, shown at once; whether it is under way; what went wrong.
import type { TwitchState } from '@psiona/shared'
import type { Answer } from '../../lib/api-call'
import { dispatch } from '../panel-store'
import { useOrder } from '../use-order'

export function useTwitchOrder() {
  const { busy, trouble, run } = useOrder()
  return {
    busy,
    trouble,
    run: async (ask: () => Promise<Answer<TwitchState>>) => {
      const data = await run(ask)
      if (data) dispatch({ type: 'twitch', data })
    },
  }
}
