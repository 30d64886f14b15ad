import { describe, expect, it } from 'vitest'
import { type ObsStanding, ObsStudio } from './obs-studio'

/** A window as OBS makes it; `obsstudio` undefined = a browser. */
function page(obsstudio?: object) {
  const document = Object.assign(new EventTarget(), { visibilityState: 'visible' as DocumentVisibilityState })
  const target = Object.assign(new EventTarget(), { obsstudio, document })
  const seen: ObsStanding[] = []
  const studio = new ObsStudio((standing) => seen.push(standing), target)
  const tell = (name: string, detail?: unknown) => target.dispatchEvent(new CustomEvent(name, { detail }))
  return { document, studio, seen, tell }
}

describe('ObsStudio', () => {
  it('knows a browser from OBS', () => {
    expect(page().studio.standing).toMatchObject({ inObs: false, visible: true, active: null, pluginVersion: '' })
    expect(page({ pluginVersion: '2.24.4' }).studio.standing).toMatchObject({ inObs: true, pluginVersion: '2.24.4' })
    expect(page({ pluginVersion: 7 }).studio.standing).toMatchObject({ inObs: true, pluginVersion: '' })
  })
  it('is not visible while OBS hides the source, and visible while it is in the programme', () => {
    const { seen, tell } = page({})
    tell('obsSourceVisibleChanged', { visible: false })
    tell('obsSourceActiveChanged', { active: true })
    tell('obsSourceActiveChanged', { active: false })
    tell('obsSourceVisibleChanged', { visible: true })
    expect(seen.map(({ visible }) => visible)).toEqual([false, true, false, true])
  })
  it('is not visible in a tab behind another', () => {
    const { document, seen } = page()
    document.visibilityState = 'hidden'
    document.dispatchEvent(new Event('visibilitychange'))
    document.visibilityState = 'visible'
    document.dispatchEvent(new Event('visibilitychange'))
    expect(seen.map(({ visible }) => visible)).toEqual([false, true])
  })
  it('follows scene, stream and recording, by events and by what it asked for', () => {
    const { studio, tell } = page({
      getStatus: (answer: (status: unknown) => void) => answer({ streaming: true, recording: false, virtualcam: false }),
      getCurrentScene: (answer: (scene: unknown) => void) => answer({ name: 'Starting soon', width: 1920, height: 1080 }),
    })
    expect(studio.standing).toMatchObject({ streaming: true, recording: false, scene: 'Starting soon' })
    tell('obsSceneChanged', { name: 'Game', width: 1920, height: 1080 })
    tell('obsRecordingStarted')
    tell('obsStreamingStopped')
    expect(studio.standing).toMatchObject({ streaming: false, recording: true, scene: 'Game' })
    tell('obsExit')
    expect(studio.standing.visible).toBe(false)
  })
  it('leaves out what it cannot read', () => {
    const { seen, tell } = page({ getStatus: (answer: (status: unknown) => void) => answer('fine') })
    tell('obsSourceVisibleChanged', { visible: 'no' })
    tell('obsSourceVisibleChanged')
    tell('obsSceneChanged', { name: 5 })
    expect(seen).toEqual([])
  })
  it('says nothing after it is closed, not even late answers', () => {
    let late: (status: unknown) => void = () => {}
    const { studio, seen, tell } = page({
      getStatus: (answer: (status: unknown) => void) => {
        late = answer
      },
    })
    studio.close()
    tell('obsSourceVisibleChanged', { visible: false })
    late({ streaming: true })
    expect(seen).toEqual([])
  })
  it('hears nothing of OBS in a browser: other pages may send such events', () => {
    const { seen, tell } = page()
    tell('obsSourceVisibleChanged', { visible: false })
    expect(seen).toEqual([])
  })
})
