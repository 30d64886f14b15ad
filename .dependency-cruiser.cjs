// Who may import whom. One rule, one sentence of reason; tests/import-rules.test.ts sees each of them fail.
const ORGANS = 'ears|mind|voice|stage|hooks|store'
const server = (path) => `^apps/server/src/${path}`
/** A vendor's package, whether linked, hoisted or nested. */
const vendor = (names) => `(^|node_modules/)(${names})(/|$)`
const notTest = '\\.test\\.tsx?$'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', comment: 'Two files that need each other are one file or miss a third.', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'shared-takes-zod-alone', comment: 'Shapes must load anywhere: browser, worker, server.', severity: 'error', from: { path: '^packages/shared/src', pathNot: notTest }, to: { pathNot: ['^packages/shared/src', vendor('zod')] } },
    { name: 'psi-takes-shared-alone', comment: 'The engine is pure: it renders the same in a thread, a test and a page.', severity: 'error', from: { path: '^packages/psi/src', pathNot: notTest }, to: { pathNot: ['^packages/(psi|shared)/src', vendor('@psiona/shared')] } },
    { name: 'live2d-takes-shared-alone', comment: 'File formats are pure: the same in the doctor, in the page and in the program that writes Tori.', severity: 'error', from: { path: '^packages/live2d/src', pathNot: notTest }, to: { pathNot: ['^packages/(live2d|shared)/src', vendor('@psiona/shared|zod')] } },
    { name: 'live2d-for-who-shows-her', comment: 'Only the doctor and the overlay read models.', severity: 'error', from: { path: '^apps', pathNot: [server('store/avatar-[^/]+'), '^apps/web/src/overlay/', notTest] }, to: { path: ['^packages/live2d', vendor('@psiona/live2d')] } },
    { name: 'safety-takes-shared-alone', comment: 'What may be said is decided the same everywhere: in the server, in a bench, in a test.', severity: 'error', from: { path: '^packages/safety/src', pathNot: notTest }, to: { pathNot: ['^packages/(safety|shared)/', vendor('@psiona/shared')] } },
    { name: 'safety-for-the-house', comment: 'Organs ask the guard, they do not judge by themselves.', severity: 'error', from: { path: ['^apps/web', server(`(${ORGANS}|cli)/`)], pathNot: notTest }, to: { path: ['^packages/safety', vendor('@psiona/safety')] } },
    { name: 'zip-in-the-doctor', comment: 'Archives of strangers are opened in one place.', severity: 'error', from: { path: '^(apps|packages)', pathNot: [server('store/avatar-zip[^/]*'), notTest] }, to: { path: vendor('yauzl') } },
    { name: 'organs-are-strangers', comment: 'Organs meet in the pipeline, not in each other.', severity: 'error', from: { path: server(`(${ORGANS})/`), pathNot: notTest }, to: { path: server(`(${ORGANS})/`), pathNot: server('$1/') } },
    { name: 'organs-know-no-house', comment: 'What is composed does not know its composer.', severity: 'error', from: { path: server(`(${ORGANS})/`) }, to: { path: server('(main|server|[a-z-]*assembly|pipeline)\\.ts$') } },
    { name: 'server-alone-builds', comment: 'One place says which adapter stands behind a port.', severity: 'error', from: { path: server('[^/]+\\.ts$'), pathNot: [server('(server|[a-z-]*assembly)\\.ts$'), notTest] }, to: { path: server(`(${ORGANS}|cli)/`) } },
    { name: 'psi-for-voice-ears-cli', comment: 'Only what sounds or listens needs the engine.', severity: 'error', from: { path: '^apps/server/src', pathNot: [server('(voice|ears|cli)/'), notTest] }, to: { path: ['^packages/psi', vendor('@psiona/psi')] } },
    { name: 'web-takes-shared-alone', comment: 'The page shows what the server sends; it decides nothing.', severity: 'error', from: { path: '^apps/web/(app|src)' }, to: { path: '^(apps/server|packages/psi)' } },
    { name: 'overlay-knows-no-panel', comment: 'The overlay stays small and without interface.', severity: 'error', from: { path: '^apps/web/(src|app)/overlay/' }, to: { path: '^apps/web/(src/(panel|ui)|app/\\(panel\\))/' } },
    { name: 'panel-knows-no-overlay', comment: 'The panel shows her in a frame, as OBS does.', severity: 'error', from: { path: '^apps/web/(src/(panel|ui)|app/\\(panel\\))/' }, to: { path: '^apps/web/(src|app)/overlay/' } },
    { name: 'overlay-knows-no-microphone', comment: 'A page that is shown on stream never listens.', severity: 'error', from: { path: '^apps/web/(src|app)/overlay/' }, to: { path: '^apps/web/(src|app)/mic/' } },
    { name: 'microphone-stands-alone', comment: 'Panel and phone both use the microphone; it knows neither, and the phone knows no panel.', severity: 'error', from: { path: '^apps/web/(src|app)/mic/' }, to: { path: '^apps/web/(src|app)/(panel|overlay|\\(panel\\))/' } },
    { name: 'model-runtimes-in-adapters', comment: 'A runtime is loaded by who needs it, and can be changed in one place.', severity: 'error', from: { path: '^(apps|packages)', pathNot: [server('(ears/(vad-silero|sherpa-[^/]+)|voice/sherpa-[^/]+)\\.ts$'), notTest] }, to: { path: vendor('onnxruntime-node|sherpa-onnx-node') } },
    { name: 'certificates-and-codes-in-stage', comment: 'Phones are the stage’s business.', severity: 'error', from: { path: '^(apps|packages)', pathNot: [server('stage/'), notTest] }, to: { path: vendor('selfsigned|uqr') } },
    { name: 'socket-io-in-stage', comment: 'One door for the wire.', severity: 'error', from: { path: '^(apps/server|packages)', pathNot: [server('stage/'), notTest] }, to: { path: vendor('socket\\.io') } },
    { name: 'hono-in-stage', comment: 'One door for HTTP.', severity: 'error', from: { path: '^(apps/server|packages)', pathNot: [server('stage/'), notTest] }, to: { path: vendor('hono|@hono/node-server') } },
    { name: 'tmi-in-twitch', comment: 'One door for Twitch.', severity: 'error', from: { path: '^(apps|packages)', pathNot: server('hooks/twitch/') }, to: { path: vendor('tmi\\.js|@twurple/[^/]+') } },
    { name: 'obs-in-obs', comment: 'One door for OBS.', severity: 'error', from: { path: '^(apps|packages)', pathNot: server('hooks/obs/') }, to: { path: vendor('obs-websocket-js') } },
    { name: 'languages-told-in-one-place', comment: 'What guesses a language can be changed in one place.', severity: 'error', from: { path: '^(apps|packages)', pathNot: server('chat-language\\.ts$') }, to: { path: vendor('tinyld') } },
    { name: 'sqlite-in-store', comment: 'One door for the database: pragmas and keys are set there.', severity: 'error', from: { path: '^(apps|packages)', pathNot: server('store/') }, to: { path: vendor('better-sqlite3|better-sqlite3-multiple-ciphers|@prisma/[^/]+') } },
    { name: 'pixi-in-pixi-files', comment: 'The avatar port hides who draws.', severity: 'error', from: { path: '^apps/web', pathNot: '^apps/web/src/overlay/pixi-[^/]+$' }, to: { path: vendor('pixi\\.js|@pixi/sound|untitled-pixi-live2d-engine') } },
    { name: 'tests-are-leaves', comment: 'Nothing that ships may lean on a test.', severity: 'error', from: { pathNot: ['^(tests|bench)/', '^packages/(psi|safety)/scripts/', notTest] }, to: { path: ['^(tests|bench)/', notTest] } },
    { name: 'nothing-unresolved', comment: 'An import that leads nowhere is a typo or an undeclared package.', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|apps/web/(out|[.]next)|apps/server/src/store/generated)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'], exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
}
