// In: packets from the capture worklet, orders from the page. Out: the /mic socket; news to the page. A Worker, so that neither a hidden tab
// nor a busy page delays what she hears.
import '../no-generated-code'
import type { CapturedPacket, UplinkNews, UplinkOrder } from './mic-messages'
import { Uplink } from './uplink'

let uplink: Uplink | null = null
let capture: MessagePort | null = null

function listenTo(port: MessagePort | null): void {
  capture?.close()
  capture = port
  if (port) port.onmessage = ({ data }: MessageEvent<CapturedPacket>) => uplink?.take(data.bytes, data.capturedMs)
}

addEventListener('message', ({ data }: MessageEvent<UplinkOrder>) => {
  switch (data.type) {
    case 'connect':
      uplink = new Uplink(data.origin, { standby: data.standby, tell: (news: UplinkNews) => postMessage(news) })
      return
    case 'plug':
      listenTo(data.port)
      uplink?.plug(data.open)
      return
    case 'unplug':
      listenTo(null)
      uplink?.unplug()
      return
    case 'switch':
      uplink?.turn(data.change)
      return
    case 'page-ears':
      uplink?.ears(data.ears)
      return
    case 'transcript':
      uplink?.transcript(data.transcript)
      return
    default:
      data satisfies never
  }
})
