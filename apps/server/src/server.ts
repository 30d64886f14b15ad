// The one composition root: a configuration flows in, a running house flows out. Which adapter stands behind which port is said here and nowhere else.
import { join } from 'node:path'
import { type ChatReply, type PartHealth, type Person, Problem, type Scene, type Settings, type Tally, type Turn } from '@psiona/shared'
import { createAttention } from './attention'
import { createChatLog } from './chat-log'
import type { Clock } from './clock'
import { systemClock } from './clock'
import type { Config } from './config'
import { createConversation } from './conversation'
import { deafEars } from './ears/ears'
import { createHooks } from './hooks/hooks'
import { createTwitchHook } from './hooks/twitch/twitch-hook'
import type { HouseNews } from './house'
import { createHousehold } from './household'
import { createLog } from './log'
import { lines } from './mind/lines'
import { createMind } from './mind/mind'
import { findMinds } from './mind/find-minds'
import { createMood } from './mood'
import type { TurnStore } from './organs'
import { pipeline } from './pipeline'
import { psiDataFiles } from './psi-data'
import { createStage } from './stage/stage'
import { openCharacterFiles } from './store/character-files'
import { openDataFolder } from './store/data-folder'
import { openSettings } from './store/settings-file'
import { openStandInTurnStore, openTurnStore } from './store/turn-store'
import { topic } from './streams'
import { createTurnTaking } from './turn-taking'
import { createVoice } from './voice/voice'

/** How many earlier turns a panel is shown after a start. */
const EARLIER_TURNS = 100
const HEALTH_EVERY_MS = 2000

export interface RunningServer {
  readonly address: string
  readonly overlayUrl: string
  health(): PartHealth[]
  close(): Promise<void>
}
