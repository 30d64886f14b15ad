// What the routes about the stream around her do: OBS, Twitch, safety, load. In: parsed parameters, query and body. Out: the house's answer.
import type { House } from '../house'
import type { ApiHandlers } from './api-route'

type RigRoute =
  | 'obs'
  | 'putObsPassword'
  | 'connectObs'
  | 'setUpObs'
  | 'undoObsSetup'
  | 'actInObs'
  | 'tryObsRule'
  | 'obsPicture'
  | 'twitch'
  | 'signInTwitch'
  | 'signOutTwitch'
  | 'moderate'
  | 'load'
  | 'safety'
  | 'panic'
  | 'judgeHeld'
  | 'dismissCare'
  | 'tryFilter'
  | 'audit'
  | 'wipeAudit'

export const createRigHandlers = ({ obs, twitch, safety, moderate, load }: House): Pick<ApiHandlers, RigRoute> => ({
  obs: () => obs.state(),
  putObsPassword: ({ body }) => obs.putPassword(body.password),
  connectObs: () => obs.connect(),
  setUpObs: ({ body }) => obs.setUp(body),
  undoObsSetup: () => obs.undoSetup(),
  actInObs: async ({ body }) => ({ back: await obs.act(body) }),
  tryObsRule: async ({ parameters }) => {
    await obs.tryRule(parameters.id)
    return { ok: true }
  },
  obsPicture: async ({ query }) => ({ png: Buffer.from(await obs.picture(query.source, query.width)).toString('base64') }),
  twitch: () => twitch.state(),
  signInTwitch: () => twitch.signIn(),
  signOutTwitch: () => twitch.signOut(),
  moderate: async ({ body }) => {
    await moderate(body)
    return { ok: true }
  },
  load: () => load(),
  safety: () => safety.state(),
  panic: ({ body }) => safety.panic(body.on),
  judgeHeld: ({ parameters, body }) => safety.judge(parameters.id, body.verdict),
  dismissCare: ({ parameters }) => safety.dismissCare(parameters.id),
  tryFilter: ({ body }) => safety.tryOut(body.text, body.policy),
  audit: ({ query }) => ({ entries: safety.audit(query.limit) }),
  wipeAudit: () => ({ removed: safety.wipeAudit() }),
})
