// In: the model that is looked at. Out: what the doctor found, and its sheet to edit: face, feelings and motions, clothes, placement.
import type { ModelReport } from '@psiona/shared'
import { useCallback, useEffect, useRef } from 'react'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Icon } from '../../ui/icon'
import { Tab, TabList, TabPanel, Tabs } from '../../ui/tabs'
import { Trouble } from '../../ui/trouble'
import { useSaveKey } from '../keys/key-requests'
import { ClothesTab } from './clothes-tab'
import { FaceTab } from './face-tab'
import { FeelingsTab } from './feelings-tab'
import { countsText } from './finding-groups'
import { editableFacts } from './model-facts'
import { PlaceTab } from './place-tab'
import { ReportFacts } from './report-facts'
import { ReportFindings } from './report-findings'
import { SaveBar } from './save-bar'
import type { OpenModel } from './use-open-model'
import type { Stage } from './use-stage'

export interface SheetCardProps {
  readonly model: OpenModel
  readonly stage: Stage
  readonly worn: boolean
  readonly busy: boolean
  /** It was asked for a moment ago: it is brought into view, and reading goes on here. */
  readonly asked: boolean
  readonly onWear: () => void
  readonly onClose: () => void
}

const counts = (findings: ModelReport['findings']) => {
  const of = (level: string) => findings.filter((finding) => finding.level === level).length
  return countsText({ broken: of('broken'), lacking: of('lacking'), mended: of('mended') })
}

export function SheetCard({ model, stage, worn, busy, asked, onWear, onClose }: SheetCardProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as it comes
  useEffect(() => {
    if (!asked) return
    heading.current?.focus({ preventScroll: true })
    heading.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const { known, desk, edit, save } = model
  const saveNow = useCallback(() => void save(), [save])
  useSaveKey(saveNow)
  const facts = editableFacts(known.report.facts, stage.report)
  const parts = { stage, desk, edit, facts, suggested: known.suggested }
  return (
    <Card aria-labelledby="model-title" className="overflow-visible">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 px-3.5 pt-3 pb-1">
        <h2
          ref={heading}
          id="model-title"
          tabIndex={-1}
          // Below the picture that stays in view on narrow pages.
          className="scroll-mt-[calc(32dvh+1.5rem)] strip:scroll-mt-4 min-w-0 flex-1 basis-40 text-md font-[650] [overflow-wrap:anywhere]"
        >
          {desk.draft.title}
        </h2>
        {!worn && (
          <Button size="small" weight="primary" disabled={busy} onClick={onWear}>
            <Icon name="hanger" className="size-4" />
            Wear it
          </Button>
        )}
        <Button size="small" onClick={onClose}>
          <Icon name="close" className="size-4" />
          Close
        </Button>
      </div>
      <Tabs defaultValue="report">
        <TabList aria-label="Parts of the model" className="overflow-x-auto overflow-y-hidden">
          <Tab value="report">Findings</Tab>
          <Tab value="face">Face</Tab>
          <Tab value="feelings">Feelings</Tab>
          <Tab value="clothes">Clothes</Tab>
          <Tab value="place">Place</Tab>
        </TabList>
        <TabPanel value="report" className="grid gap-5 p-3.5">
          <p className="text-sm text-ink2">
            {counts(known.report.findings)}
            {desk.draft.licence !== '' && ` · ${desk.draft.licence}`}
          </p>
          <ReportFindings findings={known.report.findings} />
          <section aria-label="What it consists of" className="border-t border-line pt-3.5">
            <ReportFacts facts={facts} />
          </section>
        </TabPanel>
        <TabPanel value="face">
          <FaceTab {...parts} />
        </TabPanel>
        <TabPanel value="feelings">
          <FeelingsTab {...parts} />
        </TabPanel>
        <TabPanel value="clothes">
          <ClothesTab {...parts} />
        </TabPanel>
        <TabPanel value="place">
          <PlaceTab {...parts} />
        </TabPanel>
      </Tabs>
      <Trouble className="px-3.5 pb-3">{model.trouble}</Trouble>
      <SaveBar model={model} />
    </Card>
  )
}
