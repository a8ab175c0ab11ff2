/** A withdrawal, or a hold, that waits for the connection, in words. It takes effect later, so that its author can take it back. */
import { useCancelPending, usePending } from '../../../session/hooks.tsx'
import type { PendingCommand } from '../../../session/outbox.ts'
import type { PhoneKey } from '../../../text/catalogue.ts'
import { usePhoneText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { useIsWaiting } from '../../../widgets/pending-text.tsx'
import styles from '../my-floor.module.css'

export const WaitingActs = () => (
  <>
    <WaitingAct pending={usePending('queue.withdraw')} name="me.withdraw" />
    <WaitingAct pending={usePending('queue.hold')} name="me.notNow" />
  </>
)

/** Once it has been sent it may have arrived, and cannot be taken back. */
const WaitingAct = ({ pending, name }: { pending: PendingCommand | undefined; name: PhoneKey }) => {
  const { t } = usePhoneText()
  const cancel = useCancelPending()
  const isWaiting = useIsWaiting(pending)
  if (pending === undefined || !isWaiting) return null
  return (
    <div className={styles.waitingAct}>
      <p>{t('pair.colon', { first: t('app.waiting'), second: t(name) })}</p>
      {pending.isUnsent ? <Button onClick={() => cancel(pending)}>{t('app.cancel')}</Button> : null}
    </div>
  )
}
