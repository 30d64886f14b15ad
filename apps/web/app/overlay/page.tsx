// Out: the overlay.
import { OverlayLoader } from '../../src/overlay/overlay-loader'

export default function Page() {
  return <OverlayLoader />
}
