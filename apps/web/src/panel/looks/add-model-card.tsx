// In: a model of somebody's own, dropped or chosen. Out: it with the doctor, how far it is, and what was found.

import { Card, CardHead } from '../../ui/card'
import { Icon } from '../../ui/icon'
import { More } from '../../ui/more'
import { Trouble } from '../../ui/trouble'
import { saidHere } from '../said-here'
import { DropArea } from './drop-area'
import { FileButton } from './file-button'
import { ImportProgress } from './import-progress'
import { chosenFiles, droppedFiles } from './picked-folder'
import { ReportFindings } from './report-findings'
import type { ModelImport } from './use-model-import'

const TERMS = 'https://www.live2d.com/en/sdk/license/'

export function AddModelCard({ bringing, name }: { bringing: ModelImport; name: string }) {
  const { step, trouble, report, take, cancel } = bringing
  const busy = step.at !== 'waiting'
  return (
    <Card aria-labelledby="add-title">
      <CardHead id="add-title" title="Add a model" remark="Live2D, Cubism 3 to 5" />
      <div className="grid gap-3 px-3.5 pb-3.5">
        <DropArea label="Drop a model here" disabled={busy} onDrop={(data) => void take(droppedFiles(data))}>
          {busy ? (
            <ImportProgress step={step} onCancel={cancel} />
          ) : (
            <div className="grid justify-items-start gap-2.5">
              <p className="max-w-[70ch] text-ink2">
                <b className="font-[650] text-ink">Drop a folder or a zip here.</b> Folders of VTube Studio fit as they are. It is
                checked, mended where that is possible, and mapped to her face; then you see it at once.
              </p>
              <div className="flex flex-wrap gap-2">
                <FileButton folder onChosen={(files) => void take(Promise.resolve(chosenFiles(files)))}>
                  <Icon name="folder" />
                  Choose a folder
                </FileButton>
                <FileButton accept=".zip,application/zip" onChosen={(files) => void take(Promise.resolve(chosenFiles(files)))}>
                  <Icon name="upload" />
                  Choose a zip
                </FileButton>
              </div>
            </div>
          )}
        </DropArea>
        <Trouble>{trouble && saidHere(trouble)}</Trouble>
        <div role="status">
          {report && !report.usable && (
            <div className="grid gap-2">
              <p>
                <b className="font-[650] [overflow-wrap:anywhere]">{report.title} was not taken in.</b> {name} looks as before.
              </p>
              <ReportFindings findings={report.findings} />
            </div>
          )}
          {report?.usable && (
            <p className="flex items-start gap-2">
              <Icon name="tick" className="mt-px stroke-2 text-ok" />
              <span className="min-w-0 [overflow-wrap:anywhere]">
                <b className="font-[650]">{report.title} is here.</b> You see it tried on; wear it when you like it.
              </span>
            </p>
          )}
        </div>
      </div>
      <More title="Whose model it is">
        <p className="max-w-[70ch] text-ink2">
          A model belongs to who made it. Keep to its terms: some forbid streams that earn money, some ask for a credit. Whoever
          offers an app in which users load models of their own may need a contract with Live2D.{' '}
          <a href={TERMS} target="_blank" rel="noopener noreferrer" className="underline underline-offset-2 hover:text-ink">
            What Live2D says about that
          </a>
        </p>
      </More>
    </Card>
  )
}
