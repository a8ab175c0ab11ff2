/** My own request that interrupts, such as a point of order: raise it, wait for the Chair, withdraw it. Possible whenever the session is open. */
import { useView } from '../../../session/hooks.tsx'
import { usePhoneText } from '../../../text/use-text.tsx'
import { Card } from '../../../ui/card.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { takesFocus } from '../../../ui/use-kept-focus.ts'
import { interruptionWords } from '../../../widgets/kind-words.ts'
import styles from '../my-floor.module.css'
import { WithdrawButton } from './actions.tsx'

export const MyPointOfOrder = () => {
  const { t } = usePhoneText()
  const point = useView(({ myQueue: myEntry }) => myEntry.pointOfOrder)
  if (!point) return null
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
      <WithdrawButton entry={point} look="quiet" />
    </Card>
  )
}
