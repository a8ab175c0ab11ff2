/** Renews the join code. The old code ends, so the user confirms first. People who have joined stay in the session. */

import { formatJoinCode } from '../../../session/join-code.ts'
import { renewJoinCode } from '../../../session/organizer-api.ts'
import { useText } from '../../../text/use-text.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { ConfirmButton } from '../confirm-button.tsx'

export const NewCodeButton = ({ secret, session, onRenewed }: { secret: string; session: string; onRenewed: () => void }) => {
  const { t } = useText()
  return (
    <ConfirmButton
      label={t('home.newCode')}
      title={t('home.newCodeAsk')}
      help={t('home.newCodeHelp')}
      confirmLabel={t('home.newCodeIt')}
      action={() => renewJoinCode(secret, session)}
      onDone={({ code }) => {
        screenReader.say(t('home.newCodeMade', { code: formatJoinCode(code) }), 'code')
        onRenewed()
      }}
    />
  )
}
