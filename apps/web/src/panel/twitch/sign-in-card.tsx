// In: who is signed in at Twitch. Out: the way in by a code, what it is good for, and the way out.
import { callApi } from '../../lib/api-call'
import { Button } from '../../ui/button'
import { Card, CardHead } from '../../ui/card'
import { More } from '../../ui/more'
import { Tag } from '../../ui/tag'
import { Trouble } from '../../ui/trouble'
import { usePanel } from '../panel-store'
import { saidHere } from '../said-here'
import { StateLine } from '../state-line'
import { useSection } from '../use-section'
import { ClientIdForm } from './client-id-form'
import { DeviceCode } from './device-code'
import { TwitchEvents } from './twitch-events'
import { useTwitchOrder } from './use-twitch-order'

export function SignInCard() {
  const desk = useSection('twitch')
  const twitch = usePanel((state) => state.twitch)
  const { busy, trouble, run } = useTwitchOrder()
  const signIn = () => void run(() => callApi('signInTwitch'))
  const signOut = () => void run(() => callApi('signOutTwitch'))
  const hasId = desk.value.clientId !== ''
  const signedIn = twitch.login === 'signed-in'
  return (
    <Card aria-labelledby="twitch-login">
      <CardHead id="twitch-login" title="Sign in at Twitch" remark="follows, points, polls, moderation">
        {twitch.moderator && <Tag>moderator</Tag>}
      </CardHead>
      <div className="grid gap-3 px-3.5 pb-3.5">
        {signedIn ? (
          <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
            <StateLine look="ok" title={`Signed in as ${twitch.name}.`} className="min-w-0 flex-1 basis-48">
              {twitch.waitingToWrite > 0 && `${twitch.waitingToWrite} answers wait because of Twitch’s limits.`}
            </StateLine>
            <Button size="small" weight="outline" disabled={busy} onClick={signOut}>
              {busy ? 'Signing out' : 'Sign out'}
            </Button>
          </div>
        ) : (
          <>
            {twitch.login === 'expired' && (
              <StateLine look="trouble" title="Signed out.">
                {saidHere(twitch.detail) || 'Sign in again; chat is still read meanwhile.'}
              </StateLine>
            )}
            {twitch.login === 'waiting' && twitch.device ? (
              <DeviceCode device={twitch.device} busy={busy} onAgain={signIn} onCancel={signOut} />
            ) : (
              <>
                <p className="max-w-[70ch] text-ink2">
                  Without it, chat is read and nothing else. With it come follows, redeemed points, polls and ad breaks, she can
                  write answers, and you can take lines back from here.
                </p>
                {!hasId && <ClientIdForm desk={desk} />}
                <div className="flex flex-wrap items-center gap-3">
                  <Button weight="primary" disabled={!hasId || busy} onClick={signIn}>
                    {busy ? 'Asking Twitch' : twitch.login === 'expired' ? 'Sign in again' : 'Sign in'}
                  </Button>
                  {!hasId && <span className="text-sm text-ink3">Put in a client id first.</span>}
                </div>
              </>
            )}
          </>
        )}
        {twitch.detail !== '' && twitch.login !== 'expired' && <StateLine look="trouble" title={saidHere(twitch.detail)} />}
        <Trouble>{trouble}</Trouble>
      </div>
      <TwitchEvents events={twitch.events} />
      {hasId && (
        <More title="Client id" remark={desk.value.clientId}>
          <ClientIdForm desk={desk} />
        </More>
      )}
      {signedIn && twitch.scopes.length > 0 && (
        <More title="What Psiona may do there" remark={`${twitch.scopes.length} permissions`}>
          <ul className="grid gap-0.5 font-mono text-sm text-ink2">
            {twitch.scopes.map((scope) => (
              <li key={scope}>{scope}</li>
            ))}
          </ul>
        </More>
      )}
    </Card>
  )
}
