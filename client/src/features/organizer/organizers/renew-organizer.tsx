/** Renews the link of an organizer. The current link ends, so the user confirms first. */

import type { OrganizerLink, OrganizerSummary } from '@rostrum/shared/api/organizers'
import { request } from '../../../session/http.ts'
import { getOrganizerName } from '../../../text/organizer-name.ts'
import { useText } from '../../../text/use-text.tsx'
import { ConfirmButton } from '../confirm-button.tsx'

type RenewOrganizerProps = { secret: string; organizer: OrganizerSummary; isOwn: boolean; onRenewed: (link: OrganizerLink) => void }

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
      action={() => request('POST /api/organizers/:organizer/renew', { params: { organizer: organizer.id }, body: {} }, secret)}
      onDone={onRenewed}
    />
  )
}
