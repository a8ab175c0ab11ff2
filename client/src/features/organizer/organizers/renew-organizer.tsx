/** Renews the link of an organizer. The present one ends, so the user confirms first. */

import { type Organizer, type OrganizerLink, renewOrganizer } from '../../../session/organizers-api.ts'
import { getOrganizerName } from '../../../text/organizer-name.ts'
import { useText } from '../../../text/use-text.tsx'
import { ConfirmButton } from '../confirm-button.tsx'

type RenewOrganizerProps = { secret: string; organizer: Organizer; isOwn: boolean; onRenewed: (link: OrganizerLink) => void }

export const RenewOrganizerButton = ({ secret, organizer, isOwn, onRenewed }: RenewOrganizerProps) => {
  const { t } = useText()
  const who = getOrganizerName(t, organizer)
  return (
    <ConfirmButton
      label={
        <>
          {t('home.renew')}
          <span className="sr"> {who}</span>
        </>
      }
      title={t('home.renewAsk', { who })}
      goes={t(isOwn ? 'home.organizerRenewOwn' : 'home.organizerRenewGoes')}
      stays={t('home.organizerRenewStays', { n: organizer.tokens })}
      confirmLabel={t('home.renewIt')}
      action={() => renewOrganizer(secret, organizer.id)}
      onDone={onRenewed}
    />
  )
}
