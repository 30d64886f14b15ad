// In: a press of "?". Out: all keys, and the switches for this browser.
'use client'
import { Dialog } from '../../ui/dialog'
import { Kbd } from '../../ui/kbd'
import { Switch } from '../../ui/switch'
import { useReadChatAloud } from '../live/use-read-chat-aloud'
import { KEY_LIST } from './key-map'
import { useLetterKeys } from './use-keys'

export function KeyList({ onClose }: { onClose: () => void }) {
  const [letters, setLetters] = useLetterKeys()
  const [aloud, setAloud] = useReadChatAloud()
  return (
    <Dialog title="Keys" onClose={onClose}>
      <div className="overflow-y-auto">
        <dl className="grid px-4">
          {KEY_LIST.map(({ keys, does }) => (
            <div key={does} className="flex min-h-9 items-center gap-4 border-b border-line last:border-0">
              <dt className="min-w-0 flex-1">{does}</dt>
              <dd className="flex gap-1">
                {keys.map((key) => (
                  <Kbd key={key}>{key}</Kbd>
                ))}
              </dd>
            </div>
          ))}
        </dl>
        <div className="grid gap-4 border-t border-line bg-s2 p-4">
          <Switch
            label="Single-letter keys"
            hint="Off: M, V, X, Y, N, 1 to 3, /, ? and G do nothing. Esc, F8 and the Ctrl keys stay."
            checked={letters !== 'off'}
            onChange={(on) => setLetters(on ? 'on' : 'off')}
          />
          <Switch
            label="Announce chat lines"
            hint="Screen readers read each new line."
            checked={aloud === 'on'}
            onChange={(on) => setAloud(on ? 'on' : 'off')}
          />
        </div>
      </div>
    </Dialog>
  )
}
