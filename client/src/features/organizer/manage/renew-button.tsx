/** Renews the link of an officer. The old link ends, so the user confirms first. */

import { request } from '../../../session/http.ts'
import { useText } from '../../../text/use-text.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { ConfirmButton } from '../confirm-button.tsx'

type RenewButtonProps = { secret: string; session: string; person: string; name: string; onRenewed: () => void }

export const RenewButton = ({ secret, session, person, name, onRenewed }: RenewButtonProps) => {
  const { t } = useText()
  return (
    <ConfirmButton
      label={
        <>
          {t('home.renew')}
          <span className="sr"> {name}</span>
        </>
      }
      title={t('home.renewAsk', { who: name })}
      goes={t('home.renewGoes')}
      stays={t('home.renewStays')}
      confirmLabel={t('home.renewIt')}
      action={() => request('POST /api/sessions/:id/links/:person/renew', { params: { id: session, person }, body: {} }, secret)}
      onDone={() => {
        screenReader.say(t('home.renewed', { who: name }), 'renew')
        onRenewed()
      }}
    />
  )
}
