// The exported site and the models. In: a path. Out: the file with type, policy and caching, or a Problem.
import { createHash } from 'node:crypto'
import { Problem, Slug } from '@psiona/shared'
import { z } from 'zod'
import { type FoundFile, pathSegments, readInside } from './safe-folder'
import { pagePolicy, SCRIPT_POLICY } from './security-headers'

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  ico: 'image/x-icon',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  map: 'application/json; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  moc3: 'application/octet-stream',
  png: 'image/png',
  svg: 'image/svg+xml',
  ttf: 'font/ttf',
  txt: 'text/plain; charset=utf-8',
  wasm: 'application/wasm',
  webmanifest: 'application/manifest+json',
  webp: 'image/webp',
  woff2: 'font/woff2',
}
/** What a model consists of; nothing else in its folder is served. */
const MODEL_TYPES = new Set(['json', 'moc3', 'webp', 'png', 'jpg', 'jpeg'])
/** Levels below a model's folder: textures and motions have folders of their own. */
const DEEPEST_MODEL_FILE = 6
const CORE_FILE = 'live2dcubismcore.min.js'
/** Beside it: what was checked and accepted, of which this much matters here. */
const CORE_NOTE_FILE = 'core.json'
const CoreNote = z.object({ sha256: z.string() })
/** The page that our other pages may frame: the panel does, and the phone's. */
const OVERLAY_PAGE = 'overlay'
/** Pages from which she is not controlled. */
const SHARED_PAGES = new Set([OVERLAY_PAGE, 'mic'])

export interface SiteAnswer {
  readonly status: 200 | 304 | 404
  readonly headers: Readonly<Record<string, string>>
  readonly bytes: Buffer<ArrayBuffer> | null
  /** A page from which she is controlled: a browser on this machine gets its cookie with it, a phone does not get the page. */
  readonly isPanelPage: boolean
}

export interface StaticSite {
  /** `rawPath` as in the request line, without the query. @throws Problem 'site-not-built' | 'no-page' */
  answer(rawPath: string, ifNoneMatch: string | undefined): Promise<SiteAnswer>
}

const typeOf = (name: string): string | undefined => TYPES[/\.([a-z0-9]+)$/.exec(name)?.[1] ?? '']
const tagOf = ({ bytes, modifiedMs }: FoundFile): string =>
  `W/"${bytes.length.toString(36)}-${Math.trunc(modifiedMs).toString(36)}"`

function fileAnswer(file: FoundFile, type: string, ifNoneMatch: string | undefined, forever: boolean): SiteAnswer {
  const tag = tagOf(file)
  const headers = {
    'Content-Type': type,
    ETag: tag,
    ...(type === TYPES.js ? { 'Content-Security-Policy': SCRIPT_POLICY } : {}),
    'Cache-Control': forever ? 'public, max-age=31536000, immutable' : 'no-cache',
  }
  const known = ifNoneMatch?.split(',').some((candidate) => candidate.trim() === tag) ?? false
  // The same headers either way: those of a 304 replace the stored ones, the policy too.
  return { status: known ? 304 : 200, headers, bytes: known ? null : file.bytes, isPanelPage: false }
}

function sha256In(note: Buffer): string | null {
  try {
    return CoreNote.parse(JSON.parse(note.toString('utf8'))).sha256
  } catch {
    // The Looks page says that the note cannot be read, and what to do.
    return null
  }
}

export interface SiteFolders {
  readonly siteDir: string
  /** Folders of models; a model of an earlier one hides one of the same name in a later one. */
  readonly modelsDirs: readonly string[]
  /** Where the Cubism Core lies, once it does. */
  readonly cubismDir: string
}

export function createStaticSite({ siteDir, modelsDirs, cubismDir }: SiteFolders): StaticSite {
  /** Hashing a page's scripts once per build is enough. */
  const policies = new Map<string, { readonly tag: string; readonly policy: string }>()

  const pageAnswer = (file: FoundFile, name: string, status: 200 | 404): SiteAnswer => {
    const top = name.split('/')[0] ?? ''
    const tag = tagOf(file)
    const known = policies.get(name)
    const policy =
      known?.tag === tag ? known.policy : pagePolicy(file.bytes.toString('utf8'), top === OVERLAY_PAGE ? 'self' : 'none')
    policies.set(name, { tag, policy })
    const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store', 'Content-Security-Policy': policy }
    return { status, headers, bytes: file.bytes, isPanelPage: status === 200 && !SHARED_PAGES.has(top) }
  }
  const findPage = async (segments: readonly string[]): Promise<FoundFile | null> => {
    if (segments.length === 0) return readInside(siteDir, ['index.html'])
    const last = segments.length - 1
    return (
      (await readInside(siteDir, segments.with(last, `${segments[last]}.html`))) ??
      (await readInside(siteDir, [...segments, 'index.html']))
    )
  }
  const findModelFile = async ([, model, ...path]: readonly string[]): Promise<FoundFile | null> => {
    const isServed = Slug.safeParse(model).success && MODEL_TYPES.has(/\.([a-z0-9]+)$/.exec(path.at(-1) ?? '')?.[1] ?? '')
    if (!model || !isServed || path.length > DEEPEST_MODEL_FILE) return null
    for (const dir of modelsDirs) {
      const file = await readInside(dir, [model, ...path])
      if (file) return file
    }
    return null
  }

  /** The one that was checked when its licence was accepted, and no other. */
  const findCore = async (): Promise<FoundFile | null> => {
    const [core, note] = [await readInside(cubismDir, [CORE_FILE]), await readInside(cubismDir, [CORE_NOTE_FILE])]
    return core && note && sha256In(note.bytes) === createHash('sha256').update(core.bytes).digest('hex') ? core : null
  }

  return {
    async answer(rawPath, ifNoneMatch) {
      const segments = pathSegments(rawPath)
      const name = segments?.at(-1) ?? ''
      const type = typeOf(name)
      if (segments?.[0] === 'models') {
        const file = await findModelFile(segments)
        if (file && type) return fileAnswer(file, type, ifNoneMatch, false)
        throw new Problem('no-model-file', 'missing', 'There is no such model file. Look for the model under live2d-models.')
      }
      if (segments?.[0] === 'cubism') {
        const core = segments.length === 2 && name === CORE_FILE ? await findCore() : null
        if (core && type) return fileAnswer(core, type, ifNoneMatch, false)
        throw new Problem('no-core', 'missing', 'The Cubism Core is not installed. The Looks page of the panel fetches it.')
      }
      if (segments && type && !name.endsWith('.html')) {
        const file = await readInside(siteDir, segments)
        if (file) return fileAnswer(file, type, ifNoneMatch, segments[0] === '_next' && segments[1] === 'static')
      } else if (segments) {
        const page = await findPage(segments)
        if (page) return pageAnswer(page, segments.join('/'), 200)
      }
      if (!(await readInside(siteDir, ['index.html'])))
        throw new Problem(
          'site-not-built',
          'busy',
          'The pages are not built yet. Run npm start in the Psiona folder; it builds them.',
        )
      const notFound = type ? null : await readInside(siteDir, ['404.html'])
      if (notFound) return pageAnswer(notFound, '404', 404)
      throw new Problem('no-page', 'missing', 'There is no such page. Start at /.')
    },
  }
}
