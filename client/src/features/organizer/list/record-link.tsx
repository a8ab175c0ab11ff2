import type { Summary } from '../../../session/organizer-api.ts'
import { useText } from '../../../text/use-text.tsx'
import { ButtonLink } from '../../../ui/button.tsx'

/** To the record of what has begun: with the secret that this tab keeps. */
export const RecordLink = ({ session: { id, title } }: { session: Pick<Summary, 'id' | 'title'> }) => {
  const { t } = useText()
  return (
    <ButtonLink look="quiet" size="small" href={`/record/${id}`} aria-label={t('record.openOf', { title })}>
      {t('record.open')}
    </ButtonLink>
  )
}
