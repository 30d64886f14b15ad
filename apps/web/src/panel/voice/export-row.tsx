// In: a take. Out: a button for each file that can be made of it.
import { bytesOfBase64 } from '../../lib/wav-sound'
import { Button } from '../../ui/button'
import { usePanel } from '../panel-store'
import { type ExportFile, exportFiles } from './export-files'
import type { MadeTake } from './take'

function save({ name, type, body }: ExportFile) {
  const content = 'base64' in body ? bytesOfBase64(body.base64) : body.text
  const address = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}

export function ExportRow({ take }: { take: MadeTake }) {
  const version = usePanel((state) => state.productVersion)
  return (
    <fieldset className="grid gap-1">
      <legend className="float-left w-full text-xs text-ink3">Save, marked as made by a machine</legend>
      <div className="clear-both flex flex-wrap gap-1.5">
        {exportFiles(take.rendered, take.request.text, version).map((file) => (
          <Button
            key={file.name}
            size="small"
            className="min-h-8 px-2"
            title={file.name}
            aria-label={`Save ${file.label}, ${file.name}`}
            onClick={() => save(file)}
          >
            {file.label}
          </Button>
        ))}
      </div>
    </fieldset>
  )
}
