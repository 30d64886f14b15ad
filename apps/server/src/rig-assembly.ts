// The stream around her: OBS with its rules and ducking, the platforms, and what she does without when a game needs the machine.
import {
  type EventHappened,
  type Ms,
  type ObsState,
  type PartHealth,
  Problem,
  type StreamEvent,
  withoutSpeechMarks,
} from '@psiona/shared'
import type { Clock } from './clock'
import type { Config } from './config'
import { createHooks } from './hooks/hooks'
import { createObs } from './hooks/obs/obs'
import { createObsDuck } from './hooks/obs/obs-duck'
import { createObsLeft, ObsLeftEntry } from './hooks/obs/obs-left'
import { createObsRules } from './hooks/obs/obs-rules'
import { nowIn } from './hooks/obs/obs-things'
import { createTwitchHook } from './hooks/twitch/twitch-hook'
import type { House, HouseNews } from './house'
import { createOpenParts } from './open-parts'
import type { ChatSource, Hearing, Secrets } from './organs'
import { openKeptList } from './store/kept-list'
import type { SettingsFile } from './store/settings-file'
import type { Topic } from './streams'

/** OBS or a platform that hangs at the end is left as it is: whoever pressed Ctrl C waits for no more than the sum of these. */
const LEAVE_WITHIN_MS: Ms = 2000

export interface RigParts {
  readonly config: Config
  readonly clock: Clock
  readonly news: Topic<HouseNews>
  readonly settings: Pick<SettingsFile, 'current'>
  readonly secrets: Secrets
  /** The address of the overlay, with its token. */
  readonly overlayUrl: () => string
  readonly onTrouble: (what: string) => (cause: unknown) => void
}

export function openRig({ config, clock, news, settings, secrets, overlayUrl, onTrouble }: RigParts) {
  const open = createOpenParts(onTrouble('a part of the rig did not close'))
  const inTime = (close: () => Promise<void>) => async () => {
    const over = new AbortController()
    await Promise.race([close(), clock.sleep(LEAVE_WITHIN_MS, over.signal)]).finally(() => over.abort())
  }
  const wanted = () => settings.current().obs
  const obs = createObs({ clock, secrets, overlayUrl, settings: wanted, onTrouble: onTrouble('OBS') })
  open.add(inTime(obs.close))
  const state = (): ObsState => ({ ...obs.state(), inForce: rules.inForce(), ducking: duck.active() })
  const tell = () => news.publish({ type: 'obs-changed', obs: state() })
  const left = createObsLeft({
    kept: openKeptList({
      ...{ dataDir: config.dataDir, name: 'obs-left', of: ObsLeftEntry, clock },
      remedy: 'Compare levels and scene in OBS with what they should be.',
      onTrouble: onTrouble('the list of what is changed in OBS'),
    }),
    place: wanted,
    link() {
      const { link, scene } = obs.state()
      return link !== 'connected' ? 'away' : scene === '' ? 'unread' : 'read'
    },
    act: obs.act,
    onTrouble: onTrouble('OBS is not quite as it was before Psiona ended unexpectedly'),
  })
  open.add(inTime(left.close))
  const duck = createObsDuck({
    clock,
    wanted: () => wanted().duck,
    act: left.act,
    now: (action) => nowIn(obs.state(), action),
    keep: left.keep('duck'),
    onTrouble: onTrouble('ducking in OBS'),
  })
  open.add(inTime(duck.close))
  const rules = createObsRules({
    clock,
    rules: () => wanted().rules,
    // A rule's volume is below what ducking does to it.
    act: duck.act,
    now: duck.now,
    keep: left.keep('rules'),
    onChange: tell,
    onTrouble: onTrouble('a rule for OBS'),
  })
  open.add(inTime(rules.close))
  let linked = false
  open.add(
    obs.changes.subscribe(() => {
      left.look()
      const isLinked = obs.state().link === 'connected'
      if (isLinked && !linked) {
        duck.reconnected()
        rules.reconnected().catch(onTrouble('rules after OBS came back'))
      }
      linked = isLinked
      tell()
    }),
  )
  open.add(
    news.subscribe((one) => {
      // Without OBS nothing can be done there, and nothing is done later.
      const isLinked = obs.state().link === 'connected'
      if (one.type === 'emotion-changed') rules.felt(isLinked ? one.emotion : {})
      if (one.type !== 'tally-changed') return
      const speaks = isLinked && one.tally === 'speaking'
      rules.speaking(speaks)
      duck.speaking(speaks)
    }),
  )

  const twitch = createTwitchHook({
    ...config.twitch,
    clock,
    secrets,
    onChange: () => news.publish({ type: 'twitch-changed', twitch: twitch.state() }),
  })
  const sources: readonly ChatSource[] = [twitch]
  const hooks = createHooks(sources)
  open.add(inTime(hooks.close))

  const house: Pick<House, 'obs' | 'twitch' | 'moderate'> = {
    obs: {
      state,
      putPassword(password) {
        secrets.write('obs-password', password === '' ? null : password)
        obs.passwordChanged()
        return state()
      },
      connect() {
        obs.connect()
        return state()
      },
      async setUp(order) {
        await obs.setUp(order)
        return state()
      },
      async undoSetup() {
        await obs.undoSetup()
        return state()
      },
      act: obs.act,
      tryRule: rules.tryOut,
      picture: obs.picture,
    },
    twitch: { state: twitch.state, signIn: twitch.signIn, signOut: twitch.signOut },
    async moderate(order) {
      const source = sources.find(({ platform }) => platform === order.platform)
      if (!source)
        throw new Problem('no-such-chat', 'missing', `No chat of ${order.platform} is read. Connect it on the Stream page.`)
      await source.moderate(order)
    },
  }
  return {
    house,
    obs,
    sources,
    happenings: hooks.happenings,
    state,
    happened(kind: StreamEvent, amount: EventHappened['amount']) {
      if (obs.state().link === 'connected') rules.happened(kind, amount)
    },
    panic: rules.panic,
    /** The same hearing; what she says becomes captions of the stream as well. */
    watching: (hearing: Hearing): Hearing => ({
      ...hearing,
      lineStarted(turn, spoken) {
        hearing.lineStarted(turn, spoken)
        if (wanted().captions) obs.caption(withoutSpeechMarks(spoken.line.text), turn.signal)
      },
    }),
    settle() {
      obs.settle(settings.current())
      rules.settle()
      duck.settle()
      hooks.settle(settings.current())
    },
    health: (): PartHealth[] => [left.told(obs.health()), ...hooks.health()],
    close: open.close,
  }
}
