/** The alert that the list is longer than the time, for the Chair's place for alerts. */
import { useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import type { AlertItem } from '../../../ui/alert-place.tsx'
import { Button } from '../../../ui/button.tsx'
import { useForecast } from './use-forecast.ts'
import { useOverflowAlert } from './use-overflow-alert.ts'

export const useOverflowItem = (): AlertItem | null => {
  const { t } = useText()
  const { limit, waiting, countReachedAt, lastWord } = useForecast()
  const segment = useView(({ progress, session }) => (session.phase === 'closed' ? null : progress.current))
  const { shown, dismiss } = useOverflowAlert(lastWord ? null : segment, countReachedAt(limit), waiting)
  if (!shown) return null
  return {
    id: 'overflow',
    tone: 'warn',
    title: t('say.outgrown'),
    action: (
      <Button look="quiet" size="small" onClick={dismiss}>
        {t('alert.hide')}
      </Button>
    ),
  }
}
