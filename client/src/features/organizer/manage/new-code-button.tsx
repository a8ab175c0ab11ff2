/** Renews the join code. The old code ends, so the user confirms first. People who have joined stay in the session. */

import type { SessionSummary } from '@rostrum/shared/api/sessions'
import { request } from '../../../session/http.ts'
import { formatJoinCode } from '../../../session/join-code.ts'
import { useText } from '../../../text/use-text.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { ConfirmButton } from '../confirm-button.tsx'

type NewCodeProps = { secret: string; session: SessionSummary; onRenewed: () => void }

export const NewCodeButton = ({ secret, session: { id, counts }, onRenewed }: NewCodeProps) => {
  const { t } = useText()
  return (
    <ConfirmButton
      label={t('home.newCode')}
      title={t('home.newCodeAsk')}
      goes={t('home.newCodeGoes')}
      stays={t('home.newCodeStays', { n: counts.people })}
      confirmLabel={t('home.newCodeIt')}
      action={() => request('POST /api/sessions/:id/join-code/renew', { params: { id }, body: {} }, secret)}
      onDone={({ code }) => {
        screenReader.say(t('home.newCodeMade', { code: formatJoinCode(code) }), 'code')
        onRenewed()
      }}
    />
  )
}
