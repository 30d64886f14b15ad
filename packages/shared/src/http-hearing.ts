// The part of the API that is about hearing: microphone, recognisers, models, phones, and what is kept of it.
import { z } from 'zod'
import { HearingTest } from './hearing-test'
import { MicrophoneChange, MicrophoneState } from './mic-wire'
import { ModelInfo } from './model-list'
import { PairingOffer, PairRequest, PhoneHome, PhonesReply } from './phone'
import { done, route } from './route'
import { RecogniserChoice } from './settings'
import { TraceInfo } from './traces'

export const HearingTestRequest = z.strictObject({ seconds: z.number().min(1).max(15).default(5) })
export const FoundRecognisers = z.object({
  recognisers: z.array(z.object({ choice: RecogniserChoice, title: z.string(), detail: z.string() })),
})
export const ModelsReply = z.object({ models: z.array(ModelInfo), freeBytes: z.number().nullable() })
export const TracesReply = z.object({ traces: z.array(TraceInfo) })
export const WipeReply = z.object({ removed: z.number().int() })
export const PairReply = z.object({ ok: z.literal(true), phoneId: z.string() })

export type FoundRecognisers = z.infer<typeof FoundRecognisers>
export type ModelsReply = z.infer<typeof ModelsReply>
export type WipeReply = z.infer<typeof WipeReply>

export const HEARING_ROUTES = [
  route({
    name: 'microphone',
    method: 'GET',
    path: '/api/microphone',
    summary: 'Whose sound she listens to, and how.',
    token: 'phone',
    response: MicrophoneState,
  }),
  route({
    name: 'putMicrophone',
    method: 'PUT',
    path: '/api/microphone',
    summary: 'Mute, choose the mode, press or release the talk key.',
    token: 'phone',
    request: MicrophoneChange,
    response: MicrophoneState,
  }),
  route({
    name: 'testHearing',
    method: 'POST',
    path: '/api/hearing-test',
    summary: 'Record for some seconds and say what each step of the hearing chain made of it; she does not answer.',
    token: 'control',
    request: HearingTestRequest,
    response: HearingTest,
  }),
  route({
    name: 'findRecognisers',
    method: 'GET',
    path: '/api/recognisers',
    summary: 'Speech recognisers that can be had on this machine now.',
    token: 'control',
    response: FoundRecognisers,
  }),
  route({
    name: 'listModels',
    method: 'GET',
    path: '/api/models',
    summary: 'The catalogue, and what of it is installed.',
    token: 'control',
    response: ModelsReply,
  }),
  route({
    name: 'pullModel',
    method: 'POST',
    path: '/api/models/:id/pull',
    summary: 'Fetch a model, or go on fetching it; progress comes as the panel event models.',
    token: 'control',
    response: ModelInfo,
  }),
  route({
    name: 'pauseModel',
    method: 'POST',
    path: '/api/models/:id/pause',
    summary: 'Stop fetching; what has come stays.',
    token: 'control',
    response: ModelInfo,
  }),
  route({
    name: 'verifyModel',
    method: 'POST',
    path: '/api/models/:id/verify',
    summary: 'Read every file again and compare its checksum.',
    token: 'control',
    response: ModelInfo,
  }),
  route({
    name: 'deleteModel',
    method: 'DELETE',
    path: '/api/models/:id',
    summary: 'Remove the files of a model.',
    token: 'control',
    response: ModelInfo,
  }),
  route({
    name: 'listPhones',
    method: 'GET',
    path: '/api/phones',
    summary: 'The listener for the local network, and the phones that were paired.',
    token: 'control',
    response: PhonesReply,
  }),
  route({
    name: 'offerPairing',
    method: 'POST',
    path: '/api/phones',
    summary: 'An address for one phone to pair by, good for two minutes.',
    token: 'control',
    response: PairingOffer,
  }),
  route({
    name: 'deletePhone',
    method: 'DELETE',
    path: '/api/phones/:id',
    summary: 'Unpair a phone; it is disconnected at once.',
    token: 'control',
    response: done,
  }),
  route({
    name: 'pair',
    method: 'POST',
    path: '/api/pair',
    summary: 'On the local network listener only: the phone shows its code and gets its own cookie.',
    token: 'none',
    request: PairRequest,
    response: PairReply,
  }),
  route({
    name: 'phoneHome',
    method: 'GET',
    path: '/api/phone',
    summary: 'What a paired phone needs to show and play her.',
    token: 'phone',
    response: PhoneHome,
  }),
  route({
    name: 'listTraces',
    method: 'GET',
    path: '/api/traces',
    summary: 'What the opt-in extras have kept on this disk.',
    token: 'control',
    response: TracesReply,
  }),
  route({
    name: 'wipeTraces',
    method: 'DELETE',
    path: '/api/traces/:kind',
    summary: 'Remove all of one kind: recordings, events or voices.',
    token: 'control',
    response: WipeReply,
  }),
  route({
    name: 'learnVoice',
    method: 'POST',
    path: '/api/voices/owner',
    summary: "Learn the owner's voice from the last test recording.",
    token: 'control',
    response: z.object({ seconds: z.number() }),
  }),
] as const
