// In: a wish to remove the audit log. Out: it gone, after one more question, since it does not come back.
import { useState } from 'react'
import type { Answer } from '../../lib/api-call'
import { counted } from '../../lib/figure-text'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Trouble } from '../../ui/trouble'

export interface WipeAuditProps {
  readonly count: number
  readonly isMore: boolean
  readonly wipe: () => Promise<Answer<unknown>>
  readonly onClose: () => void
}

export function WipeAudit({ count, isMore, wipe, onClose }: WipeAuditProps) {
  const [trouble, setTrouble] = useState<string | null>(null)
  const remove = async () => {
    const answer = await wipe()
    if (answer.ok) onClose()
    else setTrouble(answer.problem.message)
  }
  return (
    <Dialog title="Remove the audit log" onClose={onClose}>
      <div className="grid gap-3 px-4 pt-1 pb-4">
        <p className="text-ink2">
          {isMore ? 'All entries' : counted(count, 'entry', 'entries')} of all days go from this computer, and do not come back.
        </p>
        <Trouble>{trouble}</Trouble>
        <div className="flex flex-wrap gap-2">
          <Button weight="primary" className="flex-1" onClick={() => void remove()}>
            Remove it
          </Button>
          <Button weight="outline" className="flex-1" onClick={onClose}>
            Keep it
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
