import { describe, expect, it } from 'vitest'
import { readConfig } from './config'

describe('config', () => {
  it('is loopback, port 3210 and data/ in the checkout by default', () => {
    const config = readConfig({})
    expect([config.host, config.port]).toEqual(['127.0.0.1', 3210])
    expect(config.dataDir).toBe(`${config.rootDir}/data`)
    expect(config.twitch.secure).toBe(true)
  })
  it('[R86] opens no door to the local network by default; phones would find it at 3211, on every address', () => {
    const { lan, lanPort, lanHost } = readConfig({})
    expect([lan, lanPort, lanHost]).toEqual([false, 3211, null])
    const asked = readConfig({ PSIONA_LAN: '1', PSIONA_LAN_PORT: '4000', PSIONA_LAN_HOST: '192.168.1.20' })
    expect([asked.lan, asked.lanPort, asked.lanHost, asked.host]).toEqual([true, 4000, '192.168.1.20', '127.0.0.1'])
    expect(() => readConfig({ PSIONA_LAN_HOST: 'studio.local' })).toThrow(/PSIONA_LAN_HOST/)
  })
  it('takes what is set to nothing as not set', () => {
    expect(readConfig({ PSIONA_PORT: '', PSIONA_DATA: '' })).toEqual(readConfig({}))
  })
  it('names the variable that is not usable', () => {
    expect(() => readConfig({ PSIONA_PORT: 'abc' })).toThrow(/PSIONA_PORT/)
    expect(() => readConfig({ PSIONA_TWITCH_SERVER: 'evil.example:80' })).toThrow(/PSIONA_TWITCH_SERVER/)
  })
  it('refuses an address outside this machine unless LAN is meant', () => {
    expect(() => readConfig({ PSIONA_HOST: '0.0.0.0' })).toThrow(/PSIONA_LAN/)
    expect(readConfig({ PSIONA_HOST: '0.0.0.0', PSIONA_LAN: '1' }).host).toBe('0.0.0.0')
  })
})
