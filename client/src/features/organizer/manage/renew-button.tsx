/** A new link for an office; the old one ends, so it is asked first. */

import { renewLink } from '../../../session/organizer-api.ts'
import { useText } from '../../../text/use-text.tsx'
import { announcements } from '../../../ui/screen-reader.ts'
import { AskedFirst } from '../confirm-button.tsx'

type RenewProps = { secret: string; session: string; person: string; name: string; onRenewed: () => void }

export const RenewButton = ({ secret, session, person, name, onRenewed }: RenewProps) => {
  const { t } = useText()
  return (
    <AskedFirst
      label={
        <>
          {t('home.renew')}
          <span className="sr"> {name}</span>
        </>
      }
      title={t('home.renewAsk', { who: name })}
      help={t('home.renewHelp')}
      yes={t('home.renewIt')}
      act={() => renewLink(secret, session, person)}
      onDone={() => {
        announcements.say(t('home.renewed', { who: name }), 'renew')
        onRenewed()
      }}
    />
  )
}
