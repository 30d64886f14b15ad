// In: whether Live2D's Core is there. Out: what it is and asks for, the ways to have it, how far it is, and the way to remove it.
import type { CoreState } from '@psiona/shared'
import { useState } from 'react'
import { dayText } from '../../lib/figure-text'
import { partText, sizeText } from '../../lib/size-text'
import { Button } from '../../ui/button'
import { Card, CardHead } from '../../ui/card'
import { Icon } from '../../ui/icon'
import { More } from '../../ui/more'
import { Progress } from '../../ui/progress'
import { Trouble } from '../../ui/trouble'
import { CoreLicence } from './core-licence'
import { DropArea } from './drop-area'
import { FileButton } from './file-button'
import { formatText } from './finding-groups'
import { useCoreOrders } from './use-core-orders'

const WORD: Readonly<Record<CoreState['state'], string>> = {
  missing: 'not here',
  fetching: 'on its way',
  ready: 'here',
  trouble: 'does not work',
}

export function CoreCard({ core, trouble }: { core: CoreState | null; trouble: string | null }) {
  return (
    <Card aria-labelledby="core-title" id="core" className="scroll-mt-3">
      <CardHead id="core-title" title="Cubism Core">
        {core && (
          <span className="flex items-center gap-1.5 text-sm text-ink2">
            <Icon
              name={core.state === 'ready' ? 'tick' : core.state === 'trouble' ? 'warn' : 'off'}
              className={`size-4 stroke-2 ${core.state === 'ready' ? 'text-ok' : core.state === 'trouble' ? 'text-(--warnsign)' : ''}`}
            />
            {WORD[core.state]}
          </span>
        )}
      </CardHead>
      <Trouble className="px-3.5 pb-3">{trouble}</Trouble>
      {core && (core.state === 'ready' ? <Here core={core} /> : <Missing core={core} />)}
    </Card>
  )
}

function Here({ core }: { core: CoreState }) {
  const { busy, trouble, remove } = useCoreOrders(core.licence.version)
  const { accepted } = core.licence
  return (
    <>
      <div className="grid gap-3 px-3.5 pb-3.5">
        <p className="max-w-[70ch] text-ink2">
          <b className="font-[650] text-ink">{core.version || 'The Cubism Core'}</b>
          {core.newestFormat > 0 && ` reads models up to ${formatText(core.newestFormat)}`}.
          {accepted && ` You accepted its licence on ${dayText(accepted.at)}.`}
        </p>
        {core.detail !== '' && <p className="max-w-[70ch] text-ink2">{core.detail}</p>}
        <Trouble>{trouble}</Trouble>
        <div>
          <Button size="small" weight="outline" disabled={busy} onClick={() => void remove()}>
            <Icon name="bin" className="size-4" />
            Remove the Core
          </Button>
        </div>
        <p className="text-sm text-ink3">Without it the built-in puppet draws her; it can be fetched again at any time.</p>
      </div>
      <More title="What its licence asks for" remark={core.licence.name}>
        <CoreLicence licence={core.licence} />
      </More>
    </>
  )
}

function Missing({ core }: { core: CoreState }) {
  const [accepted, setAccepted] = useState(false)
  const { busy, trouble, fetch, keep } = useCoreOrders(core.licence.version)
  const fetching = core.state === 'fetching'
  const shut = !accepted || busy || fetching
  return (
    <div className="grid gap-3 px-3.5 pb-3.5">
      <p className="max-w-[70ch]">
        <b className="font-[650]">She is drawn by the built-in puppet.</b> Live2D models need the Cubism Core.
      </p>
      <p className="max-w-[70ch] text-ink2">
        The Core is Live2D’s program that moves a model, about 200 kB. It belongs to Live2D and may not be passed on, so Psiona
        does not bring it along. Fetched once, it stays on this computer.
      </p>
      <CoreLicence licence={core.licence} />
      <label className="flex items-start gap-2.5 rounded-control bg-s2 p-3">
        <input
          type="checkbox"
          className="mt-0.5 size-5 flex-none accent-(--ink)"
          checked={accepted}
          disabled={fetching}
          onChange={(event) => setAccepted(event.target.checked)}
        />
        <span className="min-w-0">I have read and accept Live2D’s licence for the Cubism Core.</span>
      </label>
      {fetching ? (
        <div className="grid gap-1" role="status">
          <Progress label="Fetched of the Core" share={core.totalBytes ? core.fetchedBytes / core.totalBytes : 0} />
          <p className="text-sm text-ink2">
            Fetching the Core, {core.totalBytes ? partText(core.fetchedBytes, core.totalBytes) : sizeText(core.fetchedBytes)}
          </p>
        </div>
      ) : (
        <DropArea
          label="Drop live2dcubismcore.min.js here"
          disabled={shut}
          onDrop={({ files }) => files[0] && void keep(files[0])}
        >
          <div className="grid gap-2.5">
            <div className="flex flex-wrap gap-2">
              <Button weight="primary" disabled={shut} onClick={() => void fetch()}>
                <Icon name="fetch" />
                Fetch it
              </Button>
              <FileButton accept=".js,text/javascript" disabled={shut} onChosen={([file]) => file && void keep(file)}>
                <Icon name="upload" />
                Choose the file
              </FileButton>
            </div>
            <p className="max-w-[70ch] text-sm text-ink2">
              {accepted ? '' : 'Tick the box first. '}Without a connection: drop live2dcubismcore.min.js here, out of Live2D’s SDK
              for Web, folder Core.
            </p>
          </div>
        </DropArea>
      )}
      {core.state === 'missing' && core.detail !== '' && <p className="max-w-[70ch] text-ink2">{core.detail}</p>}
      <Trouble>{trouble ?? (core.state === 'trouble' ? core.detail : null)}</Trouble>
    </div>
  )
}
