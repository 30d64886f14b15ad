import type { MicrophoneState } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { createMicrophoneSwitch } from './microphone-switch'

const panel: MicrophoneState['source'] = { micId: 'panel-0001', kind: 'panel', label: 'USB microphone' }
const program: MicrophoneState['source'] = { micId: 'capture-command', kind: 'command', label: 'arecord' }

const setUp = () => {
  const changes: MicrophoneState[] = []
  return { changes, microphone: createMicrophoneSwitch({ mode: 'open', onChange: (state) => changes.push(state) }) }
}

describe('[R71] the switches', () => {
  it('say what the ears may do', () => {
    const { microphone } = setUp()
    microphone.plugged('stage', panel)
    expect(microphone.gate()).toBe('open')
    microphone.set({ mode: 'push-to-talk' })
    expect(microphone.gate()).toBe('shut')
    microphone.set({ held: true })
    expect(microphone.gate()).toBe('held')
    microphone.set({ muted: true })
    expect(microphone.gate()).toBe('muted')
    microphone.set({ muted: false })
    // The key that was down when she was muted is not down for ever.
    expect(microphone.gate()).toBe('shut')
    microphone.set({ mode: 'muted' })
    expect(microphone.gate()).toBe('muted')
  })

  it('a key held in another mode, or by a microphone that left, is let go', () => {
    const { microphone } = setUp()
    expect(microphone.set({ held: true }).held).toBe(false)
    microphone.plugged('stage', panel)
    microphone.set({ mode: 'push-to-talk', held: true })
    microphone.plugged('stage', null)
    expect(microphone.state()).toMatchObject({ held: false, source: null })
  })

  it('a key is not pressed for nobody, and not passed on to the next microphone', () => {
    const { microphone } = setUp()
    expect(microphone.set({ mode: 'push-to-talk', held: true }).held).toBe(false)
    microphone.plugged('stage', panel)
    expect(microphone.set({ held: true }).held).toBe(true)
    // Another device of the same page.
    microphone.plugged('stage', { micId: 'panel-0001', kind: 'panel', label: 'Headset' })
    expect(microphone.state().held).toBe(true)
    microphone.plugged('stage', { micId: 'phone-0001', kind: 'phone', label: 'Phone' })
    expect(microphone.state().held).toBe(false)
    microphone.set({ held: true })
    microphone.plugged('capture', program)
    expect(microphone.state().held).toBe(false)
  })

  it('a program of this machine goes before a page, and gives way to it when it ends', () => {
    const { microphone } = setUp()
    microphone.plugged('capture', program)
    microphone.plugged('stage', panel)
    expect(microphone.state().source).toEqual(program)
    microphone.plugged('capture', null)
    expect(microphone.state().source).toEqual(panel)
  })

  it('tell what she does meanwhile, and only changes', () => {
    const { microphone, changes } = setUp()
    expect(microphone.idleTally()).toBe('chat-only')
    microphone.plugged('stage', panel)
    expect(microphone.idleTally()).toBe('listening')
    microphone.set({ muted: true })
    microphone.set({ muted: true })
    expect(microphone.idleTally()).toBe('muted')
    microphone.set({ mode: 'muted' })
    expect(microphone.idleTally()).toBe('chat-only')
    expect(changes).toHaveLength(3)
  })
})
