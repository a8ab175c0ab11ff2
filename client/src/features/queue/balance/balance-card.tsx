/** Time spoken compared with requests, so that silence becomes visible: a sentence, bars, and tables on request. */

import { joinTexts } from '@rostrum/shared/kernel/text'
import { useState } from 'react'
import { useText } from '../../../text/use-text.tsx'
import { BalanceBars } from '../../../ui/balance-bars.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card, CardHead } from '../../../ui/card.tsx'
import { ChannelLabel } from '../../../ui/channel-label.tsx'
import { GroupMark } from '../../../ui/group-mark.tsx'
import styles from '../queue.module.css'
import { type BalanceShareRow, computeShare, toPercent, useBalance } from './balance.ts'
import { BalanceTables } from './balance-tables.tsx'

/** With fewer requests a comparison means nothing. */
const minRequests = 3

export const BalanceCard = ({ className }: { className?: string | undefined }) => {
  const { t } = useText()
  const { groups, channels } = useBalance()
  const [full, setFull] = useState(false)
  const requestCount = groups.reduce((total, { requests }) => total + requests, 0)
  const anySpoke = groups.some(({ turns }) => turns > 0)
  const silent = groups.filter(({ turns }) => turns === 0).length
  const few = requestCount < minRequests || !anySpoke
  return (
    <Card className={`${styles.balance} ${className ?? ''}`} aria-label={t('balance.title')}>
      <CardHead title={t('balance.title')} note={anySpoke ? t('balance.notHeard', { n: silent }) : undefined}>
        <Button
          look="quiet"
          size="small"
          muted
          bare
          icon={full ? 'up' : 'chev'}
          aria-label={t('balance.full')}
          aria-expanded={full}
          onClick={() => setFull(!full)}
        />
      </CardHead>
      {full ? <BalanceTables groups={groups} channels={channels} /> : null}
      {!full && few ? <p className="muted">{t(anySpoke ? 'balance.few' : 'balance.none')}</p> : null}
      {!full && !few ? (
        <div className={styles.bars}>
          <ShareBars groups={groups} remote={channels.filter(({ id }) => id === 'remote')} />
        </div>
      ) : null}
    </Card>
  )
}

const ShareBars = ({ groups, remote }: { groups: readonly BalanceShareRow[]; remote: readonly BalanceShareRow[] }) => {
  const { t } = useText()
  const time = groups.reduce((total, { used }) => total + used, 0)
  const requestCount = groups.reduce((total, { requests }) => total + requests, 0)
  const parts = [...groups, ...remote].map((row) => ({
    ...row,
    share: computeShare(row.used, time),
    of: computeShare(row.requests, requestCount),
  }))
  const sentence = joinTexts([
    t('balance.sentence'),
    ...parts.map(({ name, share, of }) => t('balance.part', { name, share: toPercent(share), requests: toPercent(of) })),
  ])
  return (
    <BalanceBars
      sentence={sentence}
      legend={{ share: t('balance.spoken'), requests: t('balance.requests') }}
      rows={parts.map(({ id, name, mark, share, of }) => ({
        id,
        mark,
        share: Math.min(1, share),
        requests: Math.min(1, of),
        value: t('number.percent', { n: toPercent(share) }),
        rule: mark === undefined,
        name: mark === undefined ? <ChannelLabel from="remote">{name}</ChannelLabel> : <GroupMark mark={mark}>{name}</GroupMark>,
      }))}
    />
  )
}
