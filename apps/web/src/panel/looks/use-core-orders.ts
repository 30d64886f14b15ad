// In: orders about the Cubism Core. Out: they are given one at a time; what the server answers shows at once, what it refuses is said.
import { CORE_BYTES, type CoreState } from '@psiona/shared'
import { useState } from 'react'
import { type Answer, callApi } from '../../lib/api-call'
import { uploadApi } from '../../lib/api-upload'
import { sizeText } from '../../lib/size-text'
import { dispatch } from '../panel-store'

export interface CoreOrders {
  readonly busy: boolean
  readonly trouble: string | null
  readonly fetch: () => Promise<void>
  readonly keep: (file: File) => Promise<void>
  readonly remove: () => Promise<void>
}

/** `licenceVersion`: what was read and accepted. */
export function useCoreOrders(licenceVersion: string): CoreOrders {
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const give = async (order: () => Promise<Answer<CoreState>>) => {
    setBusy(true)
    setTrouble(null)
    const answer = await order()
    setBusy(false)
    if (answer.ok) dispatch({ type: 'cubism', data: answer.value })
    else setTrouble(answer.problem.message)
  }
  return {
    busy,
    trouble,
    fetch: () => give(() => callApi('fetchCubism', { body: { accept: true, licenceVersion } })),
    keep: async (file) => {
      if (file.size > CORE_BYTES)
        return setTrouble(
          `This file has ${sizeText(file.size)}, the Core has about 200 kB. Choose live2dcubismcore.min.js out of Live2D’s SDK for Web, folder Core.`,
        )
      const signal = new AbortController().signal
      await give(() => uploadApi('putCubism', { file, query: { licenceVersion }, signal, onSent: () => undefined }))
    },
    remove: () => give(() => callApi('removeCubism')),
  }
}
