// The house that the stage asks: orders flow in, become turns, settings and files; answers flow out.
import {
  type ChatLine,
  type ChatModeration,
  type ChatMood,
  type EventHappened,
  type ModelInfo,
  OWNER,
  type PartHealth,
  Problem,
  type Settings,
  withoutSpeechMarks,
} from '@psiona/shared'
import type { CareAnswer } from './care-answer'
import type { Conversation } from './conversation'
import { isViewers } from './guard-review'
import type { House, HouseNews } from './house'
import type { Mind, MoodSource, TurnStore } from './organs'
import { quietAnswer } from './quiet-answer'
import type { SafetyDesk } from './safety-desk'
import type { Topic } from './streams'
import type { TurnTaking } from './turn-taking'

export interface HouseholdParts {
  readonly news: Topic<HouseNews>
  readonly turns: TurnTaking
  readonly conversation: Conversation
  readonly chat: {
    readonly log: { recent(): ChatLine[] }
    mood(): ChatMood
    events(): readonly EventHappened[]
    moderated(order: ChatModeration): void
  }
  readonly rig: { readonly house: Pick<House, 'obs' | 'twitch' | 'moderate'> }
  readonly safety: { readonly house: House['safety']; readonly desk: Pick<SafetyDesk, 'note'>; readonly careAnswer: CareAnswer }
  readonly load: House['load']
  readonly mind: Pick<Mind, 'answer'>
  readonly mood: MoodSource
  readonly store: Pick<TurnStore, 'latest'>
  readonly settings: { current(): Settings; write(next: Settings): Settings }
  readonly characters: House['characters'] & {
    current(): { readonly id: string; readonly character: { readonly identity: { readonly name: string } } }
  }
  readonly findMinds: House['findMinds']
  readonly microphone: House['microphone']
  readonly hearing: Pick<House, 'testHearing' | 'findRecognisers' | 'learnVoice'>
  readonly models: House['models'] & { current(): ModelInfo[] }
  readonly traces: House['traces']
  readonly voices: House['voices']
  readonly ratings: House['ratings']
  readonly scene: House['scene']
  readonly looks: Pick<House, 'avatars' | 'cubism' | 'look' | 'bubbles' | 'showEffect'>
  readonly health: () => PartHealth[]
}

const full = () =>
  new Problem('too-many-waiting', 'busy', 'Too many lines wait for her already. Try again when she has answered some.')

const panicking = () => new Problem('panic', 'refused', 'Panic is on, so she says and shows nothing. Switch it off first.')

export function createHousehold(parts: HouseholdParts): House {
  const { news, turns, conversation, settings, characters } = parts
  /** @throws Problem when viewers may not have it now, or never */
  const checkFit = (text: string) => {
    const { safety } = parts
    if (safety.house.state().panic) throw panicking()
    const { allowed, offence, rule } = safety.house.tryOut(text)
    if (allowed) return
    safety.desk.note({ kind: 'held-back', offence, rule, platform: OWNER.platform, turnId: '' })
    throw new Problem('held-back', 'refused', `She would not say this (${offence}). Change it, or the rules on the Safety page.`)
  }

  return {
    async ask({ aloud, ...line }) {
      // Never aloud, whatever was asked for; in no record, and no mind is asked.
      const careAnswer = parts.safety.careAnswer(line)
      if (careAnswer) return careAnswer
      if (parts.safety.house.state().panic && isViewers(line)) throw panicking()
      const request = { kind: 'ask' as const, ...line }
      const turn = aloud ? turns.offer({ ...request, aloud }) : turns.aside(request)
      if (!turn) throw full()
      return aloud ? conversation.replyTo(turn) : quietAnswer(parts, turn)
    },
    async say({ text, emotion }) {
      checkFit(text)
      const turn = turns.offer({ kind: 'say', from: OWNER, text, aloud: true, emotion })
      if (!turn) throw full()
      return { turnId: turn.id, text: withoutSpeechMarks(text) }
    },
    async stop() {
      const { live } = turns
      const stopped = turns.stop()
      if (stopped) conversation.stopped()
      const heard = conversation.recent().findLast((record) => record.id === live?.id)?.heard ?? ''
      return { stopped, heard }
    },
    health: parts.health,
    turns: (limit) => parts.store.latest(limit),
    settings: settings.current,
    async putSettings(next) {
      // A character that is not there would leave her without a face: refuse before anything changes.
      if (next.character !== settings.current().character) await characters.get(next.character)
      return settings.write(next)
    },
    characters,
    findMinds: parts.findMinds,
    microphone: parts.microphone,
    ...parts.hearing,
    models: parts.models,
    traces: parts.traces,
    voices: parts.voices,
    ratings: parts.ratings,
    ...parts.looks,
    showEffect(effect) {
      checkFit(effect.caption)
      parts.looks.showEffect(effect)
    },
    ...parts.rig.house,
    async moderate(order) {
      await parts.rig.house.moderate(order)
      parts.chat.moderated(order)
    },
    safety: parts.safety.house,
    load: parts.load,
    scene: parts.scene,
    snapshot: () => {
      const { id, character } = characters.current()
      return {
        tally: conversation.tally(),
        turns: conversation.recent(),
        chat: parts.chat.log.recent(),
        health: parts.health(),
        settings: settings.current(),
        character: { id, name: character.identity.name },
        emotion: parts.mood.current(),
        microphone: parts.microphone.state(),
        models: parts.models.current(),
        safety: parts.safety.house.state(),
        obs: parts.rig.house.obs.state(),
        twitch: parts.rig.house.twitch.state(),
        load: parts.load(),
        chatMood: parts.chat.mood(),
        events: [...parts.chat.events()],
      }
    },
    news,
  }
}
