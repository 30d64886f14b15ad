import { Problem } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { followRedirect, isLoopbackName, mayDial, resolveHost } from './model-address'

const hostOf = (url: string) => new URL(url).hostname
const whereOf = async (url: string) => (await resolveHost(hostOf(url))).map(({ where }) => where)

describe('an address', () => {
  it.each([
    'http://10.0.0.1/',
    'http://169.254.169.254/latest/meta-data',
    'http://172.31.255.255/',
    'http://192.168.0.1/',
    'http://100.64.1.1/',
    'http://0.0.0.0/',
    'http://224.0.0.1/',
    'http://255.255.255.255/',
    'http://[::]/',
    'http://[fe80::1]/',
    'http://[fd00::1]/',
    'http://[::ffff:192.168.0.1]/',
    'http://[64:ff9b::10.0.0.1]/',
    'http://[64:ff9b::127.0.0.1]/',
    'http://[2002:7f00:1::]/',
    'http://0xa9fea9fe/',
    'http://2852039166/',
  ])('%s is private', async (url) => {
    expect(await whereOf(url)).toEqual(['private'])
  })

  it.each([
    'http://127.0.0.1/',
    'http://127.8.8.8/',
    'http://0x7f.1/',
    'http://2130706433/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
  ])('%s is this machine', async (url) => {
    expect(await whereOf(url)).toEqual(['loopback'])
    expect(isLoopbackName(hostOf(url))).toBe(true)
  })

  it.each(['http://93.184.216.34/', 'http://[2606:4700::1111]/', 'http://172.32.0.1/', 'http://[64:ff9b::93.184.216.34]/'])(
    '%s is public',
    async (url) => {
      expect(await whereOf(url)).toEqual(['public'])
    },
  )

  it('is this machine by its name localhost, and by no other name', async () => {
    expect(isLoopbackName('localhost')).toBe(true)
    expect(isLoopbackName('localhost.example.com')).toBe(false)
    expect(new Set((await resolveHost('localhost')).map(({ where }) => where))).toEqual(new Set(['loopback']))
  })
})

describe('mayDial', () => {
  const at = (where: 'public' | 'loopback' | 'private') => ({ address: '192.0.2.1', family: 4 as const, where })
  const url = new URL('https://models.example/')

  it('keeps the public ones, and this machine only when the download began there', () => {
    expect(mayDial(url, [at('private'), at('public')], false)).toEqual([at('public')])
    expect(mayDial(url, [at('loopback')], true)).toEqual([at('loopback')])
    expect(() => mayDial(url, [at('loopback')], false)).toThrow(Problem)
    expect(() => mayDial(url, [at('private')], true)).toThrow(/inside this network/)
    expect(() => mayDial(url, [], true)).toThrow(Problem)
  })
})

describe('followRedirect', () => {
  const from = new URL('https://models.example/a/b')

  it('takes relative and absolute addresses', () => {
    expect(followRedirect(from, '../c').href).toBe('https://models.example/c')
    expect(followRedirect(from, 'https://cdn.example/x').href).toBe('https://cdn.example/x')
    expect(followRedirect(new URL('http://127.0.0.1/'), 'https://cdn.example/x').protocol).toBe('https:')
  })

  it.each([
    'http://models.example/a',
    'file:///etc/passwd',
    'javascript:1',
    'https://me:secret@cdn.example/',
    'https://[',
    'data:,x',
  ])('refuses %s', (location) => {
    expect(() => followRedirect(from, location)).toThrow(expect.objectContaining({ code: 'model-redirect' }))
  })
})
