// In: the microphones of this computer. Out: the one that is used.
import { useId } from 'react'
import { useMicrophone } from '../../mic/use-microphone'
import { fieldLook } from '../../ui/field'
import { microphone } from '../microphone'

export function DevicePicker() {
  const id = useId()
  const devices = useMicrophone(microphone, (view) => view.devices)
  const deviceId = useMicrophone(microphone, (view) => view.deviceId)
  const label = useMicrophone(microphone, (view) => view.label)
  const permission = useMicrophone(microphone, (view) => view.permission)
  const asked = permission === 'granted'
  const chosen = devices.some((device) => device.deviceId === deviceId)
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-semibold">
        Device
      </label>
      <select
        id={id}
        value={deviceId}
        disabled={!asked || devices.length === 0}
        onChange={(event) => void microphone.choose(event.target.value)}
        className={fieldLook}
      >
        {devices.length === 0 && <option value={deviceId}>{asked ? 'None found' : 'System default'}</option>}
        {devices.length > 0 && !chosen && <option value={deviceId}>Unplugged, {label || 'the default'} is used</option>}
        {devices.map((device) => (
          <option key={device.deviceId} value={device.deviceId}>
            {device.label}
          </option>
        ))}
      </select>
      {!asked && <p className="text-sm text-ink2">The browser names its microphones once you have turned one on.</p>}
    </div>
  )
}
