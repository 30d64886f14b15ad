// In: a dock or a phone. Out: Live in one column: what she does, what is heard, how she hears, chat and talk; and the tabs that two columns use too.
import { useState } from 'react'
import { classNames } from '../../lib/class-names'
import { strengthText, timeOfDay } from '../../lib/figure-text'
import { useCalm } from '../../lib/use-calm'
import { Card } from '../../ui/card'
import { Count } from '../../ui/count'
import { Icon } from '../../ui/icon'
import { Tab, TabList, TabPanel, Tabs } from '../../ui/tabs'
import { EventList } from '../events/event-list'
import { NeedsYou } from '../held/needs-you'
import { useComposeAsked } from '../keys/key-requests'
import { LOST_SENTENCE } from '../link-notice'
import { WideMicMeter } from '../mic-meter'
import { MicMode } from '../mic-mode'
import { usePanel } from '../panel-store'
import { spokenWords } from '../speech-under-way'
import { useTally } from '../use-tally'
import { ChatLines, ChatRate } from './chat-column'
import { Composer } from './composer'
import { Turns } from './conversation'
import { strongest } from './feelings'
import { SpokenText } from './spoken-text'
import { useLine } from './use-line'
import { WordRuns } from './word-runs'

const FIGURE_MS = 250

export function SlimLive() {
  return (
    <div className="flex h-full min-h-132 flex-col gap-2.5">
      <StateCard />
      <section aria-label="How she hears you" className="grid gap-2">
        <MicMode short className="bg-s1" />
        <WideMicMeter />
      </section>
      <NeedsYou />
      <TalkAndChat />
    </div>
  )
}

function StateCard() {
  const link = usePanel((state) => state.link)
  const known = usePanel((state) => state.known)
  const lastSeenAt = usePanel((state) => state.lastSeenAt)
  const emotion = useCalm(
    usePanel((state) => state.emotion),
    FIGURE_MS,
  )
  const { look, detail } = useTally()
  const name = usePanel((state) => state.character.name)
  const line = useLine()
  const speech = usePanel((state) => state.speech)
  const live = link === 'live'
  const [feeling] = strongest(emotion, 1)
  const feels = feeling ? ` · ${feeling.word} ${strengthText(feeling.strength)}` : ''
  return (
    <section
      aria-label="What she does"
      className={classNames('rounded-card border-4 border-(--c) bg-s1 px-3.5 pt-2.5 pb-3', live ? look.colour : 'of-edge')}
    >
      <div className="flex items-center gap-3">
        <div className="min-w-0 flex-1">
          <p className="word-c min-h-[1lh] text-tally font-[750] tracking-[-0.015em]">{known ? look.word : ''}</p>
          <p className="min-h-[1lh] truncate text-md/5 text-ink2">
            {live ? `${detail}${feels}` : known && lastSeenAt !== null ? `as of ${timeOfDay(lastSeenAt, true)}` : ''}
          </p>
        </div>
        <span className="word-c">
          <Icon name={look.icon} className="size-13 stroke-[2.2]" />
        </span>
      </div>
      <p className="mt-2.5 line-clamp-3 rows-3 text-[1.125rem]/[1.6875rem] font-medium">
        {link === 'lost' && known ? (
          <span className="text-ink2">{LOST_SENTENCE}</span>
        ) : speech.length > 0 ? (
          <SpokenText words={spokenWords(speech)} />
        ) : line ? (
          <WordRuns runs={line.runs} />
        ) : (
          <span className="text-base text-ink2">What {name} says appears here, word by word as it is heard.</span>
        )}
      </p>
    </section>
  )
}

export function TalkAndChat() {
  const hasChat = usePanel((state) => state.chat.length > 0 || state.settings.twitch.channel !== '')
  const turns = usePanel((state) => state.turns.length)
  const events = usePanel((state) => state.events.length)
  const [chosen, setChosen] = useState<string | null>(null)
  useComposeAsked(() => setChosen('talk'))
  return (
    <Card aria-label="Talk and chat" className="min-h-48 flex-1">
      <Tabs value={chosen ?? (hasChat ? 'chat' : 'talk')} onValueChange={setChosen} className="flex-1">
        <TabList aria-label="Talk, chat or events">
          <Tab value="chat">
            Chat <ChatRate />
          </Tab>
          <Tab value="events">Events {events > 0 && <Count>{events}</Count>}</Tab>
          <Tab value="talk">Talk {turns > 0 && <Count>{turns}</Count>}</Tab>
        </TabList>
        <TabPanel value="chat">
          <ChatLines />
        </TabPanel>
        <TabPanel value="events">
          <EventList />
        </TabPanel>
        <TabPanel value="talk">
          <Turns />
          <Composer />
        </TabPanel>
      </Tabs>
    </Card>
  )
}
