import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { fetchJson, fileIn, folderOf } from './avatar-files'

beforeEach(() => {
  vi.stubGlobal('location', { href: 'http://localhost:3210/overlay#token=x' })
})
afterEach(() => vi.unstubAllGlobals())

const folder = () => folderOf('/models/haru')

describe('a file of a model', () => {
  it('lies in its folder, whatever its name has in it', () => {
    expect(fileIn(folder(), 'motion/手 #1?.json').href).toBe('http://localhost:3210/models/haru/motion/%E6%89%8B%20%231%3F.json')
  })
  it('beside another is found from there', () => {
    const base = fileIn(folder(), 'runtime/haru.model3.json')
    expect(fileIn(folder(), 'a.png', base).pathname).toBe('/models/haru/runtime/a.png')
    expect(fileIn(folder(), '../b.png', base).pathname).toBe('/models/haru/b.png')
  })
  it.each(['../tori/tori.webp', 'a/../../../api/settings', '..'])('is not %s', (path) => {
    expect(() => fileIn(folder(), path)).toThrow('not in its folder')
  })
  it('cannot name another server', () => {
    expect(fileIn(folder(), 'https://elsewhere.example/a.png').origin).toBe('http://localhost:3210')
    expect(() => fileIn(folder(), '//elsewhere.example/a.png')).toThrow('not in its folder')
  })
})

describe('a folder', () => {
  it.each(['https://elsewhere.example/models/', '//elsewhere.example/models/'])('is not %s', (url) => {
    expect(() => folderOf(url)).toThrow('another server')
  })
})

describe('reading one', () => {
  const read = (answer: () => Promise<Response>) => {
    vi.stubGlobal('fetch', answer)
    return fetchJson(fileIn(folder(), 'a.json'), z.object({ A: z.number() }))
  }
  it('takes a mark before the text', async () => {
    expect(await read(async () => new Response('\uFEFF{"A":1}'))).toEqual({ A: 1 })
  })
  it('says what is damaged', async () => {
    await expect(read(async () => new Response('{'))).rejects.toMatchObject({ code: 'bad-model', retry: false })
    await expect(read(async () => new Response('{}'))).rejects.toMatchObject({ code: 'bad-model', retry: false })
  })
  it('tells a file that is missing from a server that is away', async () => {
    await expect(read(async () => new Response('', { status: 404 }))).rejects.toMatchObject({ code: 'no-model', retry: false })
    await expect(read(async () => new Response('', { status: 503 }))).rejects.toMatchObject({ code: 'no-server', retry: true })
    await expect(
      read(async () => {
        throw new TypeError('Failed to fetch')
      }),
    ).rejects.toMatchObject({ code: 'no-server', retry: true })
  })
})
