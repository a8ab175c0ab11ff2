/** A new join code. The present one ends, so it is asked first; whoever is in stays. */

import { inHalves } from '../../../session/join-code.ts'
import { renewCode } from '../../../session/organizer-api.ts'
import { useText } from '../../../text/use-text.tsx'
import { announcements } from '../../../ui/screen-reader.ts'
import { AskedFirst } from '../confirm-button.tsx'

export const NewCodeButton = ({ secret, session, onRenewed }: { secret: string; session: string; onRenewed: () => void }) => {
  const { t } = useText()
  return (
    <AskedFirst
      label={t('home.newCode')}
      title={t('home.newCodeAsk')}
      help={t('home.newCodeHelp')}
      yes={t('home.newCodeIt')}
      act={() => renewCode(secret, session)}
      onDone={({ code }) => {
        announcements.say(t('home.newCodeMade', { code: inHalves(code) }), 'code')
        onRenewed()
      }}
    />
  )
}
