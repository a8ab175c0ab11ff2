/** A question of mine that nobody knows to be mine: this device follows it by its id, and alone can take it back. */
import { type Decline, meets } from '@rostrum/shared/contract/enums'
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import { useScreen } from '../../../session/store.ts'
import { timeOfDay } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Chip } from '../../../ui/chip.tsx'
import styles from '../questions.module.css'
import { AsAsked, declineWords, stateWords } from './my-question-card.tsx'
import { fateOf, type Receipt } from './receipts.ts'

/** `declined`: why, where it was. */
type UnattributedProps = { receipt: Receipt; declined?: Decline | undefined }

export const Unattributed = ({ receipt, declined }: UnattributedProps) => {
  const { t, language } = useText()
  const send = useSend()
  const { timeZone, phase } = useView(({ session }) => session)
  const row = useView(({ questions }) => questions[receipt.id])
  const fate = useScreen((screen) => fateOf(receipt, screen))
  const busy = usePending('questions.take-back') !== undefined
  const open = meets(phase)
  const waits = fate === 'waiting' && open && declined === undefined
  const settled = row !== undefined && row.status !== 'approved'
  const words = () => {
    if (row) return stateWords(t, { ...row, into: null })
    if (declined) return t('questions.status.declined')
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
        {open && fate !== 'gone' && !settled && !declined ? (
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
      {declined && !row ? <p className={styles.small}>{declineWords(t, language, open, declined)}</p> : null}
      {row?.edited ? <AsAsked text={receipt.text} /> : null}
      <p className={styles.small}>
        {fate === 'unsure' ? t('questions.mine.unsureHelp') : t('questions.mine.anonymous', { time: timeOfDay(receipt.askedAt, timeZone) })}
      </p>
    </Card>
  )
}
