/**
 * The one place for alerts on the pages of Chair and secretariat. It is always there, so that nothing moves when an alert comes or goes.
 */
import { useText } from '../../text/use-text.tsx'
import { AlertPlace } from '../../ui/alert-place.tsx'
import { useAlerts } from './use-alerts.ts'

export const StaffAlerts = ({ drives }: { drives: boolean }) => {
  const { t } = useText()
  const labels = { place: t('alert.place'), none: t('alert.none'), all: t('alert.all'), more: (n: number) => t('alert.more', { n }) }
  return <AlertPlace alerts={useAlerts(drives)} labels={labels} />
}
