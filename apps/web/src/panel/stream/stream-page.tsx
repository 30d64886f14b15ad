// Out: how she gets on stream and what she does there: OBS, rules, Twitch, chat, what viewers see; each in a tab of its own.
'use client'
import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs } from '../../ui/tabs'
import { AnswersCard } from '../chat/answers-card'
import { ChatNowCard } from '../chat/chat-now-card'
import { PaidCard } from '../chat/paid-card'
import { PassesOverCard } from '../chat/passes-over-card'
import { CaptionsCard } from '../obs/captions-card'
import { DuckCard } from '../obs/duck-card'
import { ObsLinkCard } from '../obs/obs-link-card'
import { OnAirCard } from '../obs/on-air-card'
import { RulesCard } from '../obs/rules-card'
import { SetupCard } from '../obs/setup-card'
import { PageColumns } from '../page-columns'
import { usePanel } from '../panel-store'
import { ChannelCard } from '../twitch/channel-card'
import { SignInCard } from '../twitch/sign-in-card'
import { WritesCard } from '../twitch/writes-card'
import { BubblesCard } from './bubbles-card'
import { DockCard } from './dock-card'
import { EffectsCard } from './effects-card'
import { OnScreenCard } from './on-screen-card'
import { OverlayAddressCard } from './overlay-address-card'
import { PictureCard } from './picture-card'
import { type StreamTab, useStreamTab } from './use-stream-tab'

const Column = ({ children }: { children: ReactNode }) => (
  <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3">{children}</div>
)

const TABS: readonly { readonly tab: StreamTab; readonly label: string; readonly content: ReactNode }[] = [
  {
    tab: 'obs',
    label: 'OBS',
    content: (
      <>
        <Column>
          <ObsLinkCard />
          <OnAirCard />
        </Column>
        <Column>
          <SetupCard />
          <OverlayAddressCard />
          <DockCard />
        </Column>
      </>
    ),
  },
  {
    tab: 'rules',
    label: 'Rules',
    content: (
      <>
        <RulesCard />
        <Column>
          <DuckCard />
          <CaptionsCard />
        </Column>
      </>
    ),
  },
  {
    tab: 'twitch',
    label: 'Twitch',
    content: (
      <>
        <Column>
          <ChannelCard />
          <WritesCard />
        </Column>
        <SignInCard />
      </>
    ),
  },
  {
    tab: 'chat',
    label: 'Chat',
    content: (
      <>
        <Column>
          <ChatNowCard />
          <AnswersCard />
          <PaidCard />
        </Column>
        <PassesOverCard />
      </>
    ),
  },
  {
    tab: 'picture',
    label: 'Picture',
    content: (
      <>
        <Column>
          <OnScreenCard />
          <BubblesCard />
        </Column>
        <Column>
          <PictureCard />
          <EffectsCard />
        </Column>
      </>
    ),
  },
]

export function StreamPage() {
  const [tab, choose] = useStreamTab()
  if (!usePanel((state) => state.known)) return null
  return (
    <Tabs value={tab} onValueChange={choose} className="max-w-300">
      <TabList aria-label="Parts of the stream" className="mb-3 overflow-x-auto overflow-y-hidden px-1">
        {TABS.map(({ tab: value, label }) => (
          <Tab key={value} value={value}>
            {label}
          </Tab>
        ))}
      </TabList>
      {TABS.map(({ tab: value, content }) => (
        <TabPanel key={value} value={value} className="block">
          <PageColumns>{content}</PageColumns>
        </TabPanel>
      ))}
    </Tabs>
  )
}
