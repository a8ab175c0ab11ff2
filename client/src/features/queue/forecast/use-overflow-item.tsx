/** The alert that the list is longer than the time, for the Chair's place for alerts. */
import { useMadeNow, useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import type { AlertItem } from '../../../ui/alert-place.tsx'
import { Button } from '../../../ui/button.tsx'
import { computeForecast, forecastRefreshMs } from './use-forecast.ts'
import { useOverflowAlert } from './use-overflow-alert.ts'

export const useOverflowItem = (): AlertItem | null => {
  const { t } = useText()
  const { waiting, reached, lastWord } = useMadeNow(forecastRefreshMs, (view, now) => {
    const forecast = computeForecast(view, now)
    return { waiting: forecast.waiting, reached: forecast.countReachedAt(forecast.limit), lastWord: forecast.lastWord }
  })
  const segment = useView(({ progress, session }) => (session.phase === 'closed' ? null : progress.current))
  const { shown, dismiss } = useOverflowAlert(lastWord ? null : segment, reached, waiting)
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
