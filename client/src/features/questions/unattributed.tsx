/** A question of mine that nobody knows to be mine: this device follows it by its id, and alone can take it back. */
import { meets } from '@rostrum/shared/contract/choices'
import { usePending, useSend, useView } from '../../session/hooks.tsx'
import { useScreen } from '../../session/store.ts'
import { timeOfDay } from '../../text/times.ts'
import { useText } from '../../text/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import { AsAsked, stateWords } from './mine.tsx'
import styles from './questions.module.css'
import { fateOf, type Receipt } from './receipts.ts'

export const Unattributed = ({ receipt }: { receipt: Receipt }) => {
  const { t } = useText()
  const send = useSend()
  const { timeZone, phase } = useView(({ session }) => session)
  const row = useView(({ questions }) => questions[receipt.id])
  const fate = useScreen((screen) => fateOf(receipt, screen))
  const busy = usePending('questions.take-back') !== undefined
  const open = meets(phase)
  const waits = fate === 'waiting' && open
  const settled = row !== undefined && row.status !== 'approved'
  const words = () => {
    if (row) return stateWords(t, { ...row, into: null })
    if (fate === 'gone') return t('questions.gone')
    if (fate === 'unsure') return t('questions.mine.unsure')
    return t(open ? 'questions.status.pending' : 'questions.mine.unpublished')
  }
  return (
    <Card padded className={styles.mine}>
      <div className={styles.between}>
        <Chip tone={row ? 'good' : waits ? 'warn' : 'plain'} icon={waits ? 'clock' : undefined}>
          {words()}
        </Chip>
        {open && fate !== 'gone' && !settled ? (
          <Button
            look="quiet"
            size="inline"
            disabled={busy}
            onClick={() => void send({ type: 'questions.take-back', data: { question: receipt.id, receipt: receipt.receipt } })}
          >
            {t('questions.mine.takeBack')}
          </Button>
        ) : null}
      </div>
      <p className={styles.text} dir="auto">
        {row?.text ?? receipt.text}
      </p>
      {row?.edited ? <AsAsked text={receipt.text} /> : null}
      <p className={styles.small}>
        {fate === 'unsure' ? t('questions.mine.unsureHelp') : t('questions.mine.anonymous', { time: timeOfDay(receipt.askedAt, timeZone) })}
      </p>
    </Card>
  )
}
