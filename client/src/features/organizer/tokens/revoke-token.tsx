/** Revokes an API token. Every program that uses it stops, so the user confirms first. */

import type { ApiTokenSummary } from '@rostrum/shared/api/tokens'
import { request } from '../../../session/http.ts'
import { useText } from '../../../text/use-text.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { ConfirmButton } from '../confirm-button.tsx'

export const RevokeTokenButton = ({
  secret,
  token: { id, name },
  onRevoked,
}: {
  secret: string
  token: ApiTokenSummary
  onRevoked: () => void
}) => {
  const { t } = useText()
  const revoke = async () => {
    const result = await request('DELETE /api/tokens/:token', { params: { token: id } }, secret)
    // A token that is already gone counts as revoked.
    return !result.ok && result.reason === 'no-such-token' ? ({ ok: true, value: { deleted: id } } as const) : result
  }
  return (
    <ConfirmButton
      label={
        <>
          {t('home.tokenRevoke')}
          <span className="sr"> {name}</span>
        </>
      }
      title={t('home.tokenRevokeAsk', { name })}
      goes={t('home.tokenRevokeGoes')}
      stays={t('home.tokenRevokeStays')}
      confirmLabel={t('home.tokenRevokeIt')}
      look="danger"
      action={revoke}
      onDone={() => {
        screenReader.say(t('home.tokenRevoked', { name }), 'token')
        document.getElementById('tokens-title')?.focus()
        onRevoked()
      }}
    />
  )
}
