// In: the microphones of this phone. Out: the one that is used; nothing where there is nothing to choose.
import { useId } from 'react'
import { fieldLook } from '../../ui/field'
import { useMicrophone } from '../use-microphone'
import { microphone } from './phone-microphone'

export function DeviceChoice() {
  const id = useId()
  const devices = useMicrophone(microphone, (view) => view.devices)
  const deviceId = useMicrophone(microphone, (view) => view.deviceId)
  // The default and the only one it can stand for are one.
  if (devices.length < 3) return null
  return (
    <div className="flex items-center gap-3 px-1">
      <label htmlFor={id} className="flex-none font-semibold">
        Microphone
      </label>
      <select id={id} value={deviceId} onChange={(event) => void microphone.choose(event.target.value)} className={fieldLook}>
        {!devices.some((device) => device.deviceId === deviceId) && <option value={deviceId}>Not connected</option>}
        {devices.map((device) => (
          <option key={device.deviceId} value={device.deviceId}>
            {device.label}
          </option>
        ))}
      </select>
    </div>
  )
}
