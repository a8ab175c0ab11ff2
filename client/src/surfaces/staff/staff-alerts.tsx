/** The one place for alerts on the pages of Chair and secretariat. */
import type { ReactNode } from 'react'
import { useText } from '../../text/use-text.tsx'
import { type AlertItem, AlertPlace } from '../../ui/alert-place.tsx'
import { Place } from '../../ui/place.tsx'
import { useAlerts } from './use-alerts.ts'

/** `drives`: the officer has the duty of the floor. */
export const StaffAlerts = ({ drives }: { drives: boolean }) => <Alerts alerts={useAlerts(drives, false)} />

/** Alerts on the Chair's page: a card that takes no space without alerts. `children`: what it moves, and what therefore rests each time. */
export const AlertCard = ({ className, children }: { className?: string | undefined; children: ReactNode }) => {
  const alerts = useAlerts(true, true)
  const [first, ...others] = alerts
  return (
    <>
      <div className={className}>
        <Alerts alerts={alerts} isCard />
      </div>
      <Place means={`${first?.id} ${others.length > 0}`}>{children}</Place>
    </>
  )
}

const Alerts = (place: { alerts: readonly AlertItem[]; isCard?: boolean }) => {
  const { t } = useText()
  const labels = { place: t('alert.place'), none: t('alert.none'), all: t('alert.all'), count: (n: number) => t('alert.count', { n }) }
  return <AlertPlace {...place} labels={labels} />
}
