// In: something asked about OBS that is answered with how OBS is then. Out: the answer, shown at once; whether it is under way; what went wrong.
import type { ObsState } from '@psiona/shared'
import type { Answer } from '../../lib/api-call'
import { dispatch } from '../panel-store'
import { useOrder } from '../use-order'

export interface ObsOrder {
  readonly busy: boolean
  readonly trouble: string | null
  readonly run: (ask: () => Promise<Answer<ObsState>>) => Promise<boolean>
}

export function useObsOrder(): ObsOrder {
  const { busy, trouble, run } = useOrder()
  return {
    busy,
    trouble,
    run: async (ask) => {
      const data = await run(ask)
      if (data) dispatch({ type: 'obs', data })
      return data !== null
    },
  }
}
