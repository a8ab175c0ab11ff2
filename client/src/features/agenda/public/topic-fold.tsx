/** The current topic in one line, with its guiding question behind it. */
import { useView } from '../../../session/hooks.tsx'
import { usePhoneText } from '../../../text/use-text.tsx'
import { Fold } from '../../../ui/fold.tsx'
import { useSegmentTitle } from '../../../widgets/segment-title.ts'
import { SessionText } from '../../../widgets/session-text.tsx'

export const TopicFold = () => {
  const { t } = usePhoneText()
  const segment = useView(({ plan, progress }) => plan.find(({ id }) => id === progress.current))
  const title = useSegmentTitle(segment?.id ?? null)
  if (!segment) return null
  if (segment.question === null) return <p className="muted">{title}</p>
  return (
    <Fold title={title} action={t('agenda.guiding')}>
      <SessionText as="p" of={segment.question} />
    </Fold>
  )
}
