// The part of a fake house that is about the stream around her. In: calls of the stage. Out: quiet answers, and what was called.
import type { House } from '../../apps/server/src/house'
import { aLoad, anAuditEntry, anObs, aSafety, aTwitch } from './rig'

export const createRigHouse = (
  called: (name: string, given: unknown) => void,
): Pick<House, 'obs' | 'twitch' | 'moderate' | 'safety' | 'load'> => ({
  obs: {
    state: () => anObs,
    putPassword(password) {
      called('putObsPassword', password)
      return anObs
    },
    connect() {
      called('connectObs', null)
      return anObs
    },
    async setUp(order) {
      called('setUpObs', order)
      return anObs
    },
    async undoSetup() {
      called('undoObsSetup', null)
      return anObs
    },
    async act(action) {
      called('actInObs', action)
      return null
    },
    async tryRule(id) {
      called('tryObsRule', id)
    },
    picture: async () => new Uint8Array([137, 80, 78, 71]),
  },
  twitch: {
    state: () => aTwitch,
    async signIn() {
      called('signInTwitch', null)
      return aTwitch
    },
    async signOut() {
      called('signOutTwitch', null)
      return aTwitch
    },
  },
  async moderate(order) {
    called('moderate', order)
  },
  safety: {
    state: () => aSafety,
    panic(on) {
      called('panic', on)
      return { ...aSafety, panic: on }
    },
    judge(lineId, verdict) {
      called('judgeHeld', { lineId, verdict })
      return aSafety
    },
    dismissCare(messageId) {
      called('dismissCare', messageId)
      return aSafety
    },
    tryOut(text, policy) {
      called('tryFilter', { text, policy })
      return { allowed: true, offence: null, rule: '', span: null }
    },
    audit: (limit) => [anAuditEntry].slice(0, limit),
    wipeAudit() {
      called('wipeAudit', null)
      return 1
    },
  },
  load: () => aLoad,
})
