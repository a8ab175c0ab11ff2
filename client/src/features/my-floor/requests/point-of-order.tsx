/** My own point of order: raise it, wait for the Chair, withdraw it. Possible whenever the session is open. */
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import { usePhoneText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { takesFocus } from '../../../ui/use-kept-focus.ts'
import styles from '../my-floor.module.css'

export const MyPointOfOrder = () => {
  const { t } = usePhoneText()
  const send = useSend('own-request')
  const point = useView(({ myQueue: myEntry }) => myEntry.pointOfOrder)
  const busy = usePending('queue.withdraw') !== undefined
  if (!point) return null
  return (
    <Card padded>
      <div className={styles.between}>
        <Chip tone="urgent" icon="flag">
          {t('point.title')}
        </Chip>
        <Button look="quiet" disabled={busy} onClick={() => void send({ type: 'queue.withdraw', data: { entry: point.id } })}>
          {t('me.withdraw')}
        </Button>
      </div>
      <h2 {...takesFocus} className={styles.big}>
        {t(point.held ? 'point.putOff' : 'point.raised')}
      </h2>
      <p className={styles.words}>{t(point.held ? 'point.putOffHelp' : 'point.raisedHelp')}</p>
    </Card>
  )
}
