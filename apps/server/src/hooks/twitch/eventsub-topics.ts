// What is asked of Twitch's events: kinds as the panel names them, each with the subscriptions behind it. Data, and how Twurple asks for each.
import type { ApiClient } from '@twurple/api'

type EventSub = ApiClient['eventSub']
export type SessionTransport = Extract<Parameters<EventSub['subscribeToStreamOnlineEvents']>[1], { method: 'websocket' }>

export interface EventSubTopic {
  /** As Twitch calls it. */
  readonly type: string
  /** As TwitchState.events calls it. */
  readonly title: string
  ask(api: EventSub, channelId: string, to: SessionTransport): Promise<unknown>
}

/** Bits come with the line they were given with, from the chat. What moderators do comes first: it must not wait. */
export const EVENTSUB_TOPICS: readonly EventSubTopic[] = [
  {
    type: 'channel.chat.message_delete',
    title: 'moderation',
    ask: (api, id, to) => api.subscribeToChannelChatMessageDeleteEvents(id, to),
  },
  {
    type: 'channel.chat.clear_user_messages',
    title: 'moderation',
    ask: (api, id, to) => api.subscribeToChannelChatClearUserMessagesEvents(id, to),
  },
  { type: 'channel.chat.clear', title: 'moderation', ask: (api, id, to) => api.subscribeToChannelChatClearEvents(id, to) },
  { type: 'channel.ban', title: 'moderation', ask: (api, id, to) => api.subscribeToChannelBanEvents(id, to) },
  { type: 'channel.follow', title: 'follow', ask: (api, id, to) => api.subscribeToChannelFollowEvents(id, to) },
  { type: 'channel.subscribe', title: 'subscription', ask: (api, id, to) => api.subscribeToChannelSubscriptionEvents(id, to) },
  {
    type: 'channel.subscription.message',
    title: 'subscription',
    ask: (api, id, to) => api.subscribeToChannelSubscriptionMessageEvents(id, to),
  },
  {
    type: 'channel.subscription.gift',
    title: 'gift',
    ask: (api, id, to) => api.subscribeToChannelSubscriptionGiftEvents(id, to),
  },
  { type: 'channel.raid', title: 'raid', ask: (api, id, to) => api.subscribeToChannelRaidEventsTo(id, to) },
  {
    type: 'channel.channel_points_custom_reward_redemption.add',
    title: 'redeem',
    ask: (api, id, to) => api.subscribeToChannelRedemptionAddEvents(id, to),
  },
  { type: 'channel.poll.begin', title: 'poll', ask: (api, id, to) => api.subscribeToChannelPollBeginEvents(id, to) },
  { type: 'channel.poll.progress', title: 'poll', ask: (api, id, to) => api.subscribeToChannelPollProgressEvents(id, to) },
  { type: 'channel.poll.end', title: 'poll', ask: (api, id, to) => api.subscribeToChannelPollEndEvents(id, to) },
  {
    type: 'channel.prediction.begin',
    title: 'prediction',
    ask: (api, id, to) => api.subscribeToChannelPredictionBeginEvents(id, to),
  },
  {
    type: 'channel.prediction.progress',
    title: 'prediction',
    ask: (api, id, to) => api.subscribeToChannelPredictionProgressEvents(id, to),
  },
  {
    type: 'channel.prediction.lock',
    title: 'prediction',
    ask: (api, id, to) => api.subscribeToChannelPredictionLockEvents(id, to),
  },
  {
    type: 'channel.prediction.end',
    title: 'prediction',
    ask: (api, id, to) => api.subscribeToChannelPredictionEndEvents(id, to),
  },
  { type: 'channel.ad_break.begin', title: 'ad-break', ask: (api, id, to) => api.subscribeToChannelAdBreakBeginEvents(id, to) },
  { type: 'stream.online', title: 'online', ask: (api, id, to) => api.subscribeToStreamOnlineEvents(id, to) },
  { type: 'stream.offline', title: 'offline', ask: (api, id, to) => api.subscribeToStreamOfflineEvents(id, to) },
]
