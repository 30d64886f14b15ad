// Pages, files and models: what is served, with which headers, and what never is.
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, command, type ServedHouse, serveHouse, speakRaw, statusIn, TRIPWIRE } from '../../../../tests/fakes/served-house'

let served: ServedHouse
beforeAll(async () => {
  served = await serveHouse()
})
afterAll(() => served.close())

const get = (path: string, headers: Record<string, string> = {}) => ask(served.port, { path, headers })
const policyOf = ({ headers }: { headers: Record<string, unknown> }) => String(headers['content-security-policy'])
const opened = { 'Sec-Fetch-Site': 'none', 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' }

describe('pages', () => {
  test('[R82] each page has its address, with or without a slash', async () => {
    for (const [path, name] of [
      ['/', 'panel'],
      ['/overlay', 'overlay'],
      ['/overlay/', 'overlay'],
      ['/overlay?subtitles=off', 'overlay'],
      ['/character', 'character'],
    ] as const) {
      const answer = await get(path)
      expect([answer.status, answer.headers['content-type']], path).toEqual([200, 'text/html; charset=utf-8'])
      expect(answer.text).toContain(`<body>${name}`)
    }
    const nowhere = await get('/nowhere')
    expect(nowhere.status).toBe(404)
    expect(nowhere.text).toContain('nothing')
  })

  test('[R80] the policy lets run the scripts of that page and no other', async () => {
    const hash = (script: string) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`
    for (const [path, name] of [
      ['/', 'panel'],
      ['/overlay', 'overlay'],
    ] as const) {
      const policy = policyOf(await get(path))
      const scripts = /script-src ([^;]*)/.exec(policy)?.[1]
      expect(scripts).toBe(`'self' ${hash('self.__next_f=[]')} ${hash(`self.__next_f.push("${name}")`)}`)
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("base-uri 'none'; form-action 'none'")
      expect(policy).not.toMatch(/\*|http:|https:|unsafe-eval|script-src[^;]*unsafe-inline/)
    }
  })

  test('[R80] a script that runs as a worker may hold the socket and load our scripts, no more', async () => {
    const policy = policyOf(await get('/_next/static/chunks/a.js'))
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'; connect-src 'self'")
  })

  test('[R80] a page that is built anew gets a new policy', async () => {
    const page = join(served.root, 'site/fresh.html')
    await writeFile(page, '<script>one()</script>')
    const before = policyOf(await get('/fresh'))
    await writeFile(page, '<script>two(2)</script>')
    expect(policyOf(await get('/fresh'))).not.toBe(before)
  })

  test('[R81] the panel may frame the overlay; nobody frames the panel', async () => {
    expect(policyOf(await get('/overlay'))).toContain("frame-ancestors 'self'")
    for (const path of ['/', '/character', '/api/openapi.json', '/models/tori/tori.webp'])
      expect(policyOf(await get(path)), path).toContain("frame-ancestors 'none'")
  })

  test('[R33] every answer is isolated, unsniffed and without referrer', async () => {
    const paths = [
      '/',
      '/overlay',
      '/nowhere',
      '/_next/static/chunks/a.js',
      '/favicon.ico',
      '/healthz',
      '/api/say',
      '/api/health',
      '/metrics',
    ]
    for (const path of paths) {
      const { headers } = await get(path)
      expect(headers, path).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
        'cross-origin-resource-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('microphone=(self)'),
        'content-security-policy': expect.stringContaining("default-src 'none'"),
        'cache-control': expect.stringMatching(/no-store|no-cache|immutable/),
      })
    }
  })
})

describe('caching', () => {
  test('[R84] what has its hash in its name stays for ever, pages not at all, the rest is asked for again', async () => {
    expect((await get('/_next/static/chunks/a.js')).headers['cache-control']).toBe('public, max-age=31536000, immutable')
    for (const path of ['/', '/overlay', '/nowhere']) expect((await get(path)).headers['cache-control']).toBe('no-store')
    for (const path of ['/favicon.ico', '/index.txt', '/models/tori/tori.rig.json']) {
      const first = await get(path)
      expect(first.headers['cache-control']).toBe('no-cache')
      const again = await get(path, { 'If-None-Match': String(first.headers.etag) })
      expect([again.status, again.text]).toEqual([304, ''])
      expect((await get(path, { 'If-None-Match': 'W/"other"' })).status).toBe(200)
    }
  })
})

describe('the cookie', () => {
  const cookieOf = async (path: string, headers: Record<string, string>) => (await get(path, headers)).headers['set-cookie']?.[0]

  test('[R43] a panel page opened on this machine brings it: hidden from scripts, for our own pages, port in the name', async () => {
    for (const path of ['/', '/character'])
      expect(await cookieOf(path, opened)).toMatch(
        new RegExp(`^psiona-${served.port}=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Strict$`),
      )
  })

  test('[R43] the overlay, files, frames, missing pages and programs do not get it', async () => {
    for (const path of [
      '/overlay',
      '/overlay/',
      '/nowhere',
      '/favicon.ico',
      '/healthz',
      '/api/openapi.json',
      '/models/tori/tori.webp',
    ])
      expect(await cookieOf(path, opened), path).toBeUndefined()
    for (const headers of [{}, { ...opened, 'Sec-Fetch-Dest': 'iframe' }, { ...opened, 'Sec-Fetch-Mode': 'cors' }])
      expect(await cookieOf('/', headers)).toBeUndefined()
  })

  test('[R44] it counts only when one of our own pages asks', async () => {
    const cookie = String(await cookieOf('/', opened)).split(';')[0] ?? ''
    const statusWith = async (headers: Record<string, string>) =>
      (await get('/api/health', { Cookie: cookie, ...headers })).status
    expect(await statusWith({ 'Sec-Fetch-Site': 'same-origin' })).toBe(200)
    expect(await statusWith({ Origin: served.origin })).toBe(200)
    expect(await statusWith({})).toBe(401)
    expect(await statusWith({ 'Sec-Fetch-Site': 'none' })).toBe(401)
    expect(await statusWith({ 'Sec-Fetch-Site': 'cross-site' })).toBe(403)
    expect(await statusWith({ Origin: 'http://evil.example' })).toBe(403)
    expect(await statusWith({ Host: `127.0.0.1:${served.port}`, Origin: served.origin })).toBe(403)
    expect(await statusWith({ Origin: served.origin, Authorization: 'Bearer wrong' })).toBe(401)
    const sameOrigin = { 'Sec-Fetch-Site': 'same-origin' }
    expect((await get('/api/health', { ...sameOrigin, Cookie: cookie.replace(/psiona-\d+/, 'psiona-1') })).status).toBe(401)
    expect((await get('/api/health', { ...sameOrigin, Cookie: `a=b; ${cookie}; c=d` })).status).toBe(200)
  })
})

describe('what lies outside', () => {
  const climbs = [
    '/../tripwire.json',
    '/..%2ftripwire.json',
    '/%2e%2e/tripwire.json',
    '/%2e%2e%2ftripwire.json',
    '/..%5ctripwire.json',
    '/%252e%252e/tripwire.json',
    '/_next/../../tripwire.json',
    '/_next/static/..%2f..%2f..%2ftripwire.json',
    '/tripwire.json%00.js',
    '/.env.json',
    '/%2eenv.json',
    '/.%2fenv.json',
    '//tripwire.json',
    '/file:%2f%2f/tripwire.json',
    '/c:%5ctripwire.json',
    '/models/../tripwire.json',
    '/models/..%2ftripwire.json',
    '/models/tori/..%2f..%2ftripwire.json',
    '/models/%2e%2e/tripwire.json',
    '/models/tori/%2e%2e%2f%2e%2e%2ftripwire.json',
    '/models/tori/..%5c..%5ctripwire.json',
    '/models/TORI/tori.rig.json',
    '/models/tori/notes.md',
    '/models/tori',
    '/models/',
    '/models/tori/tori.rig.json/',
    '/models/con/x.json',
    '/models/tori/a/b.json',
    '/models/tori/a/../../../tripwire.json',
    '/models/tori/deep/1/2/3/4/5/6.json',
    '/models/tori/page.html',
    '/models/tori/script.js',
    '/cubism/core.json',
    '/cubism/',
    '/cubism/../control-token',
    '/cubism/..%2fcontrol-token',
    '/site-link/tripwire.json',
    '/link.json',
    '/models/linked/tripwire.json',
    '/models/tori/link.json',
    `/${'a'.repeat(5000)}.json`,
    '/%ff',
    '/%',
    '/%zz.json',
    '/~root/x.json',
    '/tripwire.json',
    '/index.html/',
    '/_next/static',
  ]

  test('[R82, R83] no way of writing a path leads out of the folders, and no link does', async () => {
    const { root } = served
    await mkdir(join(root, 'models/tori'), { recursive: true })
    await symlink(root, join(root, 'site/site-link'))
    await symlink(join(root, 'tripwire.json'), join(root, 'site/link.json'))
    await symlink(root, join(root, 'models/linked'))
    await symlink(join(root, 'tripwire.json'), join(root, 'models/tori/link.json'))
    for (const path of climbs) {
      const answer = await speakRaw(served.port, [`GET ${path} HTTP/1.1`, `Host: localhost:${served.port}`, 'Connection: close'])
      expect(answer, path).not.toContain(TRIPWIRE)
      if (path !== '/models/tori/tori.rig.json/') expect([400, 404], path).toContain(statusIn(answer))
    }
  })

  test('[R83] a model is served by its slug', async () => {
    const rig = await get('/models/tori/tori.rig.json')
    expect([rig.status, rig.headers['content-type'], rig.text]).toEqual([200, 'application/json; charset=utf-8', '{"layers":[]}'])
    expect((await get('/models/tori/tori.webp')).headers['content-type']).toBe('image/webp')
  })

  test("[R83] the owner's own models come first, with folders of their own and any letters", async () => {
    const own = await mkdtemp(join(tmpdir(), 'psiona-own-'))
    await mkdir(join(own, 'mira/モーション 1'), { recursive: true })
    await writeFile(join(own, 'mira/モーション 1/idle.motion3.json'), '{}')
    await writeFile(join(own, 'mira/Mira.moc3'), 'MOC3')
    const both = await serveHouse({ config: { modelsDirs: [own, join(served.root, 'models')] } })
    try {
      const at = (path: string) => ask(both.port, { path: encodeURI(path) })
      expect((await at('/models/mira/モーション 1/idle.motion3.json')).text).toBe('{}')
      expect((await at('/models/mira/Mira.moc3')).headers['content-type']).toBe('application/octet-stream')
      expect((await at('/models/tori/tori.rig.json')).status).toBe(200)
      expect((await at('/models/mira/nothing.json')).status).toBe(404)
    } finally {
      await both.close()
      await rm(own, { recursive: true })
    }
  })

  test('[R108] the Cubism Core is handed out when it is the one that was checked, and nothing else of its folder', async () => {
    const codeNow = async () => JSON.parse((await get('/cubism/live2dcubismcore.min.js')).text).code
    expect(await codeNow()).toBe('no-core')
    const dir = join(served.root, 'data/cubism')
    await mkdir(dir, { recursive: true })
    await writeFile(join(dir, 'live2dcubismcore.min.js'), 'var core')
    expect(await codeNow()).toBe('no-core')
    for (const note of ['{', '{}', JSON.stringify({ sha256: createHash('sha256').update('var other').digest('hex') })]) {
      await writeFile(join(dir, 'core.json'), note)
      expect(await codeNow(), note).toBe('no-core')
    }
    await writeFile(join(dir, 'core.json'), JSON.stringify({ sha256: createHash('sha256').update('var core').digest('hex') }))
    const core = await get('/cubism/live2dcubismcore.min.js')
    expect([core.status, core.text, core.headers['content-type']]).toEqual([200, 'var core', 'text/javascript; charset=utf-8'])
    expect((await get('/cubism/core.json')).status).toBe(404)
  })
})

test('[R85] without a build each page says so in one sentence, and the API works', async () => {
  const bare = await serveHouse()
  await rm(join(bare.root, 'site'), { recursive: true })
  try {
    for (const path of ['/', '/overlay', '/_next/static/chunks/a.js']) {
      const answer = await ask(bare.port, { path })
      expect(answer.status).toBe(503)
      expect(JSON.parse(answer.text).message).toMatch(/not built yet\. Run npm start/)
    }
    expect((await command(bare, 'GET', '/api/health')).status).toBe(200)
  } finally {
    await bare.close()
  }
})
