// Out: her voice: tried out, looked at, compared, dialled; and which engine she has on stream.
'use client'
import Link from 'next/link'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { Trouble } from '../../ui/trouble'
import { ModelsCard } from '../models/models-card'
import { usePanel } from '../panel-store'
import { DialsCard } from './dials-card'
import { EnginesCard } from './engines-card'
import { FeelingCard } from './feeling-card'
import { ImitationCard } from './imitation-card'
import { SayCard } from './say-card'
import { SoundCard } from './sound-card'
import { OWN, otherTake } from './take'
import { useHerFile } from './use-her-file'
import { useReferences } from './use-references'
import { useSavedDials } from './use-saved-dials'
import { useTakeDesk } from './use-take-desk'
import { useVoiceKeys } from './use-voice-keys'
import { useVoices } from './use-voices'

export function VoicePage() {
  const known = usePanel((state) => state.known)
  return known ? <Desk /> : null
}

function Desk() {
  const inUse = usePanel((state) => state.settings.voice)
  const onStream = usePanel((state) => state.character)
  const installed = usePanel((state) => state.models.filter((model) => model.state === 'installed').length)
  // A model that came or went is an engine more or less.
  const voices = useVoices(installed)
  const her = useHerFile()
  const { references, trouble, setReferences } = useReferences()
  const character = her.file?.character
  const name = character?.identity.name ?? onStream.name
  const desk = useTakeDesk({ own: character?.voice.dials ?? null, named: voices.there?.voices ?? [] }, inUse)
  const keep = useSavedDials({
    id: onStream.id,
    onSaved: async () => {
      await her.renew()
      // What was dialled is her own now.
      desk.change((setup) => ({ ...setup, voice: OWN, startedFrom: OWN }))
    },
    onUndone: her.renew,
  })
  useVoiceKeys({
    speak: () => void desk.speak(),
    other: () => desk.show(otherTake(desk.shown)),
    stop: () => desk.player.stop(),
  })
  const engines = voices.there?.engines ?? []
  return (
    <div className="grid max-w-340 gap-3">
      <Trouble>{her.trouble}</Trouble>
      <div className="grid items-start gap-3 strip:grid-cols-[minmax(0,1fr)_minmax(0,1.16fr)] strip:grid-rows-[auto_auto_1fr]">
        <SayCard desk={desk} engines={engines} inUse={inUse} name={name} tongue={character?.voice.language ?? 'en-US'} />
        {/* Second for thumbs and readers, beside everything where there is room. */}
        <div className="min-w-0 strip:sticky strip:top-0 strip:col-start-2 strip:row-span-3 strip:row-start-1">
          <SoundCard desk={desk} engines={engines} name={name} />
        </div>
        <FeelingCard desk={desk} />
        <DialsCard desk={desk} name={name} keep={keep} />
      </div>
      <div className="grid items-start gap-3 strip:grid-cols-2">
        <div className="grid gap-3">
          <EnginesCard voices={voices} references={references} name={name} />
          <ModelsCard of="voice" />
        </div>
        <div className="grid gap-3">
          <ImitationCard references={references} trouble={trouble} onChanged={setReferences} />
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-card border border-(--card-edge) bg-s1 px-3.5 py-3">
            <div className="min-w-0 flex-1 basis-60">
              <h2 className="font-[650]">A listening test</h2>
              <p className="text-sm text-ink2">
                Blind rounds for real listeners: which is better, how natural, the same mood or not.
              </p>
            </div>
            <Button asChild>
              <Link href="/rate">
                <Icon name="ear" />
                Set up a round
              </Link>
            </Button>
          </div>
        </div>
      </div>
    </div>
  )
}
