// An OBS without picture and sound: scenes, sources, filters, tracks. In: requests of obs-websocket 5. Out: its answers and refusals, with its numbers, and events.
export type Fields = Record<string, unknown>

export class Refused extends Error {
  readonly code: number
  constructor(code: number) {
    super(`refused with ${code}`)
    this.code = code
  }
}

export interface ModelInput {
  name: string
  readonly kind: string
  readonly uuid: string
  readonly settings: Fields
  muted: boolean
  db: number
  monitor: string
  tracks: Record<string, boolean>
  readonly filters: { name: string; kind: string; enabled: boolean }[]
}
interface ModelScene {
  readonly name: string
  readonly items: { readonly id: number; readonly source: string; enabled: boolean; transform: Fields }[]
}

export interface ObsModel {
  readonly scenes: ModelScene[]
  readonly inputs: ModelInput[]
  readonly slots: Map<string, unknown>
  readonly captions: string[]
  readonly kinds: string[]
  program: string
  streaming: boolean
  recording: boolean
  studioMode: boolean
  canvas: { width: number; height: number }
  /** Requests that are refused, with which number. */
  readonly refuses: Map<string, number>
  addInput(scene: string, name: string, kind: string, settings?: Fields): ModelInput
  answer(request: string, fields: Fields): Fields | undefined
}

/** Some inputs have no sound. */
const SILENT = new Set(['color_source', 'image_source', 'text_ft2_source'])
const unversioned = (kind: string) => kind.replace(/_v\d+$/, '')
const text = (fields: Fields, key: string): string => {
  const value = fields[key]
  if (typeof value !== 'string' || value === '') throw new Refused(300)
  return value
}

export function createObsModel(emit: (event: string, fields: Fields) => void): ObsModel {
  let ids = 0
  const scene = (name: string) => model.scenes.find((one) => one.name === name) ?? refuse(600)
  const input = (fields: Fields) => model.inputs.find(({ name }) => name === text(fields, 'inputName')) ?? refuse(600)
  const sounding = (fields: Fields) => {
    const found = input(fields)
    return SILENT.has(unversioned(found.kind)) ? refuse(604) : found
  }
  const item = (fields: Fields) =>
    scene(text(fields, 'sceneName')).items.find(({ id }) => id === fields.sceneItemId) ?? refuse(600)
  const filter = (fields: Fields) =>
    model.inputs
      .find(({ name }) => name === text(fields, 'sourceName'))
      ?.filters.find(({ name }) => name === text(fields, 'filterName')) ?? refuse(600)
  const place = (sceneName: string, source: string, enabled: boolean) => {
    const sceneItemId = ++ids
    scene(sceneName).items.push({ id: sceneItemId, source, enabled, transform: {} })
    emit('SceneItemCreated', { sceneName, sourceName: source, sceneItemId })
    return sceneItemId
  }
  const refuse = (code: number): never => {
    throw new Refused(code)
  }
  const requests: Record<string, (fields: Fields) => Fields | undefined> = {
    GetVersion: () => ({ obsVersion: '31.0.1', obsWebSocketVersion: '5.5.4', rpcVersion: 1, availableRequests: [] }),
    GetStats: () => ({ cpuUsage: 12.34, activeFps: 60, renderSkippedFrames: 1, renderTotalFrames: 100 }),
    GetSceneCollectionList: () => ({ currentSceneCollectionName: 'Untitled' }),
    GetPersistentData: (fields) => ({ slotValue: model.slots.get(text(fields, 'slotName')) ?? null }),
    SetPersistentData: (fields) => void model.slots.set(text(fields, 'slotName'), fields.slotValue),
    GetVideoSettings: () => ({
      ...{ baseWidth: model.canvas.width, baseHeight: model.canvas.height },
      ...{ fpsNumerator: 60, fpsDenominator: 1 },
    }),
    GetSceneList: () => ({
      currentProgramSceneName: model.program,
      scenes: model.scenes.map(({ name }) => ({ sceneName: name })).reverse(),
    }),
    GetCurrentProgramScene: () => ({ currentProgramSceneName: model.program }),
    SetCurrentProgramScene: (fields) => {
      model.program = scene(text(fields, 'sceneName')).name
      emit('CurrentProgramSceneChanged', { sceneName: model.program })
      return undefined
    },
    GetSceneItemList: (fields) => ({
      sceneItems: scene(text(fields, 'sceneName')).items.map(({ id, source, enabled }) => ({
        ...{ sceneItemId: id, sourceName: source, sceneItemEnabled: enabled, isGroup: null },
        ...{ sourceType: 'OBS_SOURCE_TYPE_INPUT', inputKind: model.inputs.find(({ name }) => name === source)?.kind },
      })),
    }),
    GetSceneItemId: (fields) => ({
      sceneItemId: (
        scene(text(fields, 'sceneName')).items.find(({ source }) => source === text(fields, 'sourceName')) ?? refuse(600)
      ).id,
    }),
    GetSceneItemEnabled: (fields) => ({ sceneItemEnabled: item(fields).enabled }),
    SetSceneItemEnabled: (fields) => {
      item(fields).enabled = fields.sceneItemEnabled === true
      emit('SceneItemEnableStateChanged', fields)
      return undefined
    },
    SetSceneItemTransform: (fields) => void Object.assign(item(fields).transform, fields.sceneItemTransform),
    CreateSceneItem: (fields) => {
      const source = text(fields, 'sourceName')
      if (!model.inputs.some(({ name }) => name === source)) refuse(600)
      return { sceneItemId: place(text(fields, 'sceneName'), source, fields.sceneItemEnabled !== false) }
    },
    RemoveSceneItem: (fields) => {
      const { items } = scene(text(fields, 'sceneName'))
      items.splice(items.indexOf(item(fields)), 1)
      emit('SceneItemRemoved', fields)
      return undefined
    },
    GetInputKindList: () => ({ inputKinds: model.kinds }),
    GetInputList: () => ({
      inputs: model.inputs.map(({ name, kind, uuid }) => ({
        ...{ inputName: name, inputUuid: uuid, inputKind: kind, unversionedInputKind: unversioned(kind) },
      })),
    }),
    CreateInput: (fields) => {
      const [name, kind] = [text(fields, 'inputName'), text(fields, 'inputKind')]
      const sceneName = scene(text(fields, 'sceneName')).name
      if ([...model.inputs, ...model.scenes].some((other) => other.name === name)) refuse(601)
      if (!model.kinds.includes(unversioned(kind))) refuse(605)
      const settings = typeof fields.inputSettings === 'object' ? { ...fields.inputSettings } : {}
      const { uuid } = model.addInput(sceneName, name, kind, settings)
      return { inputUuid: uuid, sceneItemId: ids }
    },
    RemoveInput: (fields) => {
      const gone = input(fields)
      model.inputs.splice(model.inputs.indexOf(gone), 1)
      for (const { items } of model.scenes)
        for (const one of items.filter(({ source }) => source === gone.name)) items.splice(items.indexOf(one), 1)
      emit('InputRemoved', { inputName: gone.name })
      return undefined
    },
    GetInputSettings: (fields) => ({ inputSettings: input(fields).settings, inputKind: input(fields).kind }),
    SetInputSettings: (fields) => {
      Object.assign(input(fields).settings, fields.inputSettings)
      emit('InputSettingsChanged', { inputName: fields.inputName })
      return undefined
    },
    GetInputMute: (fields) => ({ inputMuted: sounding(fields).muted }),
    SetInputMute: (fields) => {
      sounding(fields).muted = fields.inputMuted === true
      emit('InputMuteStateChanged', fields)
      return undefined
    },
    GetInputVolume: (fields) => ({ inputVolumeDb: sounding(fields).db }),
    SetInputVolume: (fields) => {
      sounding(fields).db = Number(fields.inputVolumeDb)
      emit('InputVolumeChanged', fields)
      return undefined
    },
    GetInputAudioMonitorType: (fields) => ({ monitorType: sounding(fields).monitor }),
    SetInputAudioMonitorType: (fields) => {
      sounding(fields).monitor = text(fields, 'monitorType')
      emit('InputAudioMonitorTypeChanged', fields)
      return undefined
    },
    GetInputAudioTracks: (fields) => ({ inputAudioTracks: sounding(fields).tracks }),
    SetInputAudioTracks: (fields) => {
      Object.assign(sounding(fields).tracks, fields.inputAudioTracks)
      emit('InputAudioTracksChanged', fields)
      return undefined
    },
    GetSourceActive: (fields) => {
      const items = scene(model.program).items.filter(({ source }) => source === fields.sourceName)
      const on = items.some(({ enabled }) => enabled)
      return { videoActive: on, videoShowing: on }
    },
    GetSourceFilterList: (fields) => ({
      filters: (model.inputs.find(({ name }) => name === fields.sourceName)?.filters ?? []).map(({ name, kind, enabled }) => ({
        ...{ filterName: name, filterKind: kind, filterEnabled: enabled },
      })),
    }),
    GetSourceFilter: (fields) => ({ filterEnabled: filter(fields).enabled }),
    SetSourceFilterEnabled: (fields) => {
      filter(fields).enabled = fields.filterEnabled === true
      emit('SourceFilterEnableStateChanged', fields)
      return undefined
    },
    GetStreamStatus: () => ({ outputActive: model.streaming }),
    GetRecordStatus: () => ({ outputActive: model.recording, outputPaused: false }),
    GetStudioModeEnabled: () => ({ studioModeEnabled: model.studioMode }),
    SendStreamCaption: (fields) => (model.streaming ? void model.captions.push(text(fields, 'captionText')) : refuse(501)),
  }
  const model: ObsModel = {
    scenes: [],
    inputs: [],
    slots: new Map(),
    captions: [],
    kinds: ['browser_source', 'color_source', 'ffmpeg_source', 'pulse_output_capture'],
    program: '',
    streaming: false,
    recording: false,
    studioMode: false,
    canvas: { width: 1920, height: 1080 },
    refuses: new Map(),
    addInput(sceneName, name, kind, settings = {}) {
      const tracks = Object.fromEntries([1, 2, 3, 4, 5, 6].map((track) => [track, true]))
      const uuid = `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`
      const created = {
        name,
        kind,
        uuid,
        settings,
        muted: false,
        db: 0,
        monitor: 'OBS_MONITORING_TYPE_NONE',
        tracks,
        filters: [],
      }
      model.inputs.push(created)
      emit('InputCreated', { inputName: name })
      place(sceneName, name, true)
      return created
    },
    answer(request, fields) {
      const refusal = model.refuses.get(request)
      if (refusal !== undefined) refuse(refusal)
      return (requests[request] ?? refuse(204))(fields)
    },
  }
  return model
}
