// What OBS finds in its configuration when a test starts it. In: folder, port, password. Out: files; no wizard, no update, no dialogue asks anything.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const ini = (sections: Record<string, Record<string, string | number | boolean>>): string =>
  Object.entries(sections)
    .map(([name, values]) => [`[${name}]`, ...Object.entries(values).map(([key, value]) => `${key}=${value}`), ''].join('\n'))
    .join('\n')

const item = (name: string) => ({ name, id: 1, visible: true, scale: { x: 1, y: 1 }, align: 5 })
const scene = (name: string, items: readonly string[] = []) => ({
  id: 'scene',
  versioned_id: 'scene',
  name,
  settings: { custom_size: false, id_counter: items.length, items: items.map(item) },
})
/** Over obs-websocket no group can be made, so one stands in the last scene from the start. */
export const GROUP = 'Box'
export const IN_GROUP = 'lamp'

/** A canvas of 1280×720 at 10 frames a second: enough to see and little to draw in software. */
export function writeObsFiles(folder: string, port: number, password: string, scenes: readonly string[]): void {
  const home = join(folder, 'config', 'obs-studio')
  const profile = join(home, 'basic', 'profiles', 'Test')
  mkdirSync(profile, { recursive: true })
  mkdirSync(join(home, 'basic', 'scenes'), { recursive: true })
  mkdirSync(join(folder, 'run'), { recursive: true, mode: 0o700 })
  writeFileSync(
    join(home, 'global.ini'),
    ini({
      General: { FirstRun: true, LastVersion: 486539266, EnableAutoUpdates: false, InfoIncrement: 999999, MaxLogs: 2 },
      Basic: { Profile: 'Test', ProfileDir: 'Test', SceneCollection: 'Test', SceneCollectionFile: 'Test' },
      BasicWindow: { PreviewEnabled: false, WarnBeforeStartingStream: false, WarnBeforeStoppingStream: false },
      OBSWebSocket: {
        FirstLoad: false,
        ServerEnabled: true,
        ServerPort: port,
        AlertsEnabled: false,
        AuthRequired: password !== '',
        ServerPassword: password,
      },
    }),
  )
  writeFileSync(
    join(profile, 'basic.ini'),
    ini({
      General: { Name: 'Test' },
      Video: { BaseCX: 1280, BaseCY: 720, OutputCX: 640, OutputCY: 360, FPSType: 1, FPSInt: 10 },
      Audio: { SampleRate: 48000, ChannelSetup: 'Stereo' },
      Output: { Mode: 'Simple' },
      SimpleOutput: {
        FilePath: folder,
        RecFormat: 'mkv',
        VBitrate: 500,
        StreamEncoder: 'x264',
        RecQuality: 'Small',
        RecEncoder: 'x264',
      },
    }),
  )
  writeFileSync(
    join(home, 'basic', 'scenes', 'Test.json'),
    JSON.stringify({
      name: 'Test',
      current_scene: scenes[0],
      current_program_scene: scenes[0],
      scene_order: scenes.map((name) => ({ name })),
      sources: [
        ...scenes.map((name, i) => scene(name, i === scenes.length - 1 ? [GROUP] : [])),
        {
          ...{ id: 'color_source', versioned_id: 'color_source_v3', name: IN_GROUP },
          settings: { color: 0xff00ff00, width: 64, height: 64 },
        },
      ],
      groups: [{ ...scene(GROUP, [IN_GROUP]), id: 'group', versioned_id: 'group' }],
      transitions: [],
      current_transition: 'Cut',
      transition_duration: 300,
      modules: {},
    }),
  )
}
