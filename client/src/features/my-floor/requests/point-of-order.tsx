/** My own request that interrupts, such as a point of order: raise it, wait for the Chair, withdraw it. Possible whenever the session is open. */
import { useCancelPending, useView } from '../../../session/hooks.tsx'
import type { PendingCommand } from '../../../session/outbox.ts'
import { usePhoneText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { takesFocus } from '../../../ui/use-kept-focus.ts'
import { interruptionWords } from '../../../widgets/kind-words.ts'
import { useIsWaiting, usePendingRequest } from '../../../widgets/pending-text.tsx'
import styles from '../my-floor.module.css'
import { WithdrawButton } from './actions.tsx'

export const MyPointOfOrder = () => {
  const { t } = usePhoneText()
  const point = useView(({ myQueue: myEntry }) => myEntry.pointOfOrder)
  const unsent = usePendingRequest('point-of-order')
  if (!point) return unsent === undefined ? null : <UnsentPoint pending={unsent} />
  const words = interruptionWords[point.kind]
  return (
    <Card padded>
      <Chip tone="urgent" icon="flag">
        {t(words.title)}
      </Chip>
      <h2 {...takesFocus} className={styles.big}>
        {t(point.held ? words.putOff : words.raised)}
      </h2>
      <p className={styles.words}>{t(point.held ? 'point.putOffHelp' : 'point.raisedHelp')}</p>
      <WithdrawButton entry={point} from="pointsOfOrder" look="quiet" />
    </Card>
  )
}

/** A point that has not been sent is not raised: the meeting may have moved on before it is. */
const UnsentPoint = ({ pending }: { pending: PendingCommand }) => {
  const { t } = usePhoneText()
  const cancel = useCancelPending()
  return useIsWaiting(pending) ? (
    <Card padded>
      <h2 {...takesFocus} className={styles.big}>
        {t('pair.colon', { first: t(interruptionWords['point-of-order'].title), second: t('app.waiting') })}
      </h2>
      <Button block onClick={() => cancel(pending)}>
        {t('me.cancelRequest')}
      </Button>
    </Card>
  ) : null
}
