/** One question under review: whose it is, and the decision below the text. */
import { type Decline, declines } from '@rostrum/shared/contract/choices'
import { useState } from 'react'
import { usePending, useSend, useView } from '../../session/hooks.tsx'
import { timeOfDay } from '../../text/times.ts'
import { useText } from '../../text/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ChoicePills } from '../../ui/choice-pills.tsx'
import styles from './desk.module.css'
import { Author } from './from.tsx'
import { Refusal } from './refusal.tsx'
import type { Listed } from './rows.ts'

const decisions = ['questions.approve', 'questions.hold', 'questions.decline'] as const

export const Review = ({ row }: { row: Listed }) => {
  const { t } = useText()
  const send = useSend()
  const zone = useView(({ session }) => session.timeZone)
  const busy = [usePending('questions.approve'), usePending('questions.hold'), usePending('questions.decline')].some(Boolean)
  const { id, from, desk, status, text } = row
  return (
    <Card className={styles.review} aria-label={t('questions.reviewOne')}>
      <div>
        <h2 tabIndex={-1} data-review>
          {from ? <bdi>{from.entity}</bdi> : t('questions.reviewOne')}
        </h2>
        <p className={styles.from}>
          {from ? <Author from={from} /> : null}
          {desk ? <span>{t('questions.sent', { time: timeOfDay(desk.askedAt, zone) })}</span> : null}
        </p>
      </div>
      <p className={styles.asked} dir="auto">
        {text}
      </p>
      <div className={styles.decide}>
        <Button
          look="primary"
          icon="check"
          disabled={busy}
          onClick={() => void send({ type: 'questions.approve', data: { question: id } })}
        >
          {t('questions.approve')}
        </Button>
        {status === 'pending' ? (
          <Button disabled={busy} onClick={() => void send({ type: 'questions.hold', data: { question: id } })}>
            {t('questions.hold')}
          </Button>
        ) : null}
      </div>
      <Refusal of={decisions} />
      <DeclineChoice key={id} row={row} busy={busy} />
    </Card>
  )
}

const DeclineChoice = ({ row: { id }, busy }: { row: Listed; busy: boolean }) => {
  const { t } = useText()
  const send = useSend()
  const [reason, choose] = useState<Decline | null>(null)
  return (
    <div className={styles.decline}>
      <h3 id="decline-title">{t('questions.declineTitle')}</h3>
      <ChoicePills
        labelledBy="decline-title"
        value={reason}
        onChange={choose}
        onCancel={() => choose(null)}
        options={declines.map((value) => ({ value, label: t(`questions.decline.${value}`) }))}
      />
      <p className={styles.quiet}>{t('questions.declineNote')}</p>
      <div>
        <Button
          size="small"
          look="danger"
          disabled={reason === null || busy}
          onClick={() => {
            if (reason) void send({ type: 'questions.decline', data: { question: id, reason } })
          }}
        >
          {reason ? t('questions.declineAs', { reason: t(`questions.decline.${reason}`) }) : t('questions.declineChoose')}
        </Button>
      </div>
    </div>
  )
}
