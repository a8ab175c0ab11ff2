/** Ends the access of an organizer, with the tokens that they made. The user confirms first. */

import type { OrganizerSummary } from '@rostrum/shared/api/organizers'
import { request } from '../../../session/http.ts'
import { getOrganizerName } from '../../../text/organizer-name.ts'
import { useText } from '../../../text/use-text.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { ConfirmButton } from '../confirm-button.tsx'

type EndOrganizerProps = { secret: string; organizer: OrganizerSummary; isOwn: boolean; onEnded: () => void }

export const EndOrganizerButton = ({ secret, organizer, isOwn, onEnded }: EndOrganizerProps) => {
  const { t } = useText()
  const who = getOrganizerName(t, organizer)
  const { id, tokens } = organizer
  const end = async () => {
    const result = await request('DELETE /api/organizers/:organizer', { params: { organizer: id } }, secret)
    // An access that has already ended counts as ended.
    return !result.ok && result.reason === 'no-such-organizer' ? ({ ok: true, value: { deleted: id } } as const) : result
  }
  return (
    <ConfirmButton
      label={
        <>
          {t('people.revoke')}
          <span className="sr"> {who}</span>
        </>
      }
      title={t('people.revokeAsk', { who })}
      goes={t(isOwn ? 'home.organizerEndOwn' : 'home.organizerEndGoes', { n: tokens })}
      stays={t('home.organizerEndStays')}
      confirmLabel={t('people.revokeIt')}
      look="danger"
      action={end}
      onDone={() => {
        screenReader.say(t('people.revoked', { who }), 'organizer')
        document.getElementById('organizers-title')?.focus()
        onEnded()
      }}
    />
  )
}
