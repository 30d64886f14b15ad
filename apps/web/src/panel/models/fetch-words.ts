// In: a model on its way. Out: how far it is, in figures: "412 of 660 MB · 3.1 MB/s · about 2 min".
import type { ModelInfo } from '@psiona/shared'
import { leftText, paceText, partText, sizeText } from '../../lib/size-text'

type Fetching = Pick<ModelInfo, 'bytes' | 'receivedBytes' | 'bytesPerSecond'>

export const fetchedShare = ({ bytes, receivedBytes }: Fetching): number => (bytes > 0 ? Math.min(1, receivedBytes / bytes) : 0)

export function fetchWords({ bytes, receivedBytes, bytesPerSecond }: Fetching): string {
  // Nobody published the size: what has come is all that is known.
  const far = bytes > 0 ? partText(receivedBytes, bytes) : sizeText(receivedBytes)
  if (bytesPerSecond === null || bytesPerSecond <= 0) return far
  const leftBytes = bytes - receivedBytes
  const left = leftBytes > 0 ? [leftText(leftBytes / bytesPerSecond)] : []
  return [far, paceText(bytesPerSecond), ...left].join(' · ')
}
