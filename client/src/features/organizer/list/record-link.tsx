import type { SessionSummary } from '../../../session/organizer-api.ts'
import { useText } from '../../../text/use-text.tsx'
import { ButtonLink } from '../../../ui/button.tsx'

/** Link to the record of a session that has started. It uses the organizer secret stored in this tab. */
export const RecordLink = ({ session: { id, title } }: { session: Pick<SessionSummary, 'id' | 'title'> }) => {
  const { t } = useText()
  return (
    <ButtonLink look="quiet" size="small" href={`/record/${id}`} aria-label={t('record.openOf', { title })}>
      {t('record.open')}
    </ButtonLink>
  )
}
