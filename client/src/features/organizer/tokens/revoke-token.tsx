/** A token is taken back. Whatever uses it stops, so it is asked first. */

import { revokeToken, type Token } from '../../../session/organizer-api.ts'
import { useText } from '../../../text/use-text.tsx'
import { announcements } from '../../../ui/screen-reader.ts'
import { AskedFirst } from '../confirm-button.tsx'

export const RevokeToken = ({ secret, token: { id, name }, onRevoked }: { secret: string; token: Token; onRevoked: () => void }) => {
  const { t } = useText()
  const revoke = async () => {
    const answer = await revokeToken(secret, id)
    // Gone already is as good.
    return !answer.ok && answer.why === 'no-such-token' ? ({ ok: true, value: { deleted: id } } as const) : answer
  }
  return (
    <AskedFirst
      label={
        <>
          {t('home.tokenRevoke')}
          <span className="sr"> {name}</span>
        </>
      }
      title={t('home.tokenRevokeAsk', { name })}
      help={t('home.tokenRevokeHelp')}
      yes={t('home.tokenRevokeIt')}
      look="danger"
      act={revoke}
      onDone={() => {
        announcements.say(t('home.tokenRevoked', { name }), 'token')
        document.getElementById('tokens-title')?.focus()
        onRevoked()
      }}
    />
  )
}
