import type { SessionSummary } from '@rostrum/shared/api/sessions'
import { useText } from '../../../text/use-text.tsx'
import { ButtonLink } from '../../../ui/button.tsx'

/** Link to the record of a session that has started, marked if it is a rehearsal. It uses the organizer secret stored in this tab. */
export const RecordLink = ({ session: { id, title, rehearsal } }: { session: Pick<SessionSummary, 'id' | 'title' | 'rehearsal'> }) => {
  const { t } = useText()
  const text = t(rehearsal ? 'record.ofRehearsal' : 'record.open')
  return (
    <ButtonLink
      look="quiet"
      size="small"
      href={`/record/${id}`}
      aria-label={rehearsal ? t('record.ofRehearsalOf', { title }) : t('record.openOf', { title })}
    >
      {text}
    </ButtonLink>
  )
}
