// Out: the phone's page, in the browser only: what it shows depends on the phone.
import { PhoneLoader } from '../../src/mic/phone/phone-loader'

export default function Page() {
  return <PhoneLoader />
}
