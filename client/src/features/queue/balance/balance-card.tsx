/** Time spoken beside what was asked for, so that silence shows: a line, bars, and the tables on request. */
import { useState } from 'react'
import { useText } from '../../../text/use-text.tsx'
import { BalanceBars } from '../../../ui/balance-bars.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card, CardHead } from '../../../ui/card.tsx'
import { Channel } from '../../../ui/channel-label.tsx'
import { GroupMark } from '../../../ui/group-mark.tsx'
import styles from '../queue.module.css'
import { type BalanceRow, percent, shareOf, useBalance } from './balance.ts'
import { BalanceTables } from './balance-tables.tsx'

/** Fewer requests than this say nothing about anybody. */
const enough = 3

export const BalanceCard = ({ className }: { className?: string | undefined }) => {
  const { t } = useText()
  const { groups, channels } = useBalance()
  const [full, setFull] = useState(false)
  const asked = groups.reduce((total, { requests }) => total + requests, 0)
  const spoke = groups.some(({ turns }) => turns > 0)
  const silent = groups.filter(({ turns }) => turns === 0).length
  const few = asked < enough || !spoke
  return (
    <Card className={`${styles.balance} ${className ?? ''}`} aria-label={t('balance.title')}>
      <CardHead title={t('balance.title')} note={spoke ? t('balance.notHeard', { n: silent }) : undefined}>
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
      {!full && few ? <p className="muted">{t(spoke ? 'balance.few' : 'balance.none')}</p> : null}
      {!full && !few ? <Bars groups={groups} remote={channels.filter(({ id }) => id === 'remote')} /> : null}
    </Card>
  )
}

const Bars = ({ groups, remote }: { groups: readonly BalanceRow[]; remote: readonly BalanceRow[] }) => {
  const { t } = useText()
  const time = groups.reduce((total, { used }) => total + used, 0)
  const asked = groups.reduce((total, { requests }) => total + requests, 0)
  const parts = [...groups, ...remote].map((row) => ({ ...row, share: shareOf(row.used, time), of: shareOf(row.requests, asked) }))
  const sentence = [
    t('balance.sentence'),
    ...parts.map(({ name, share, of }) => t('balance.part', { name, share: percent(share), requests: percent(of) })),
  ].join(' ')
  return (
    <BalanceBars
      sentence={sentence}
      legend={{ share: t('balance.spoken'), requests: t('balance.requests') }}
      rows={parts.map(({ id, name, mark, share, of }) => ({
        id,
        mark,
        share: Math.min(1, share),
        requests: Math.min(1, of),
        value: t('number.percent', { n: percent(share) }),
        rule: mark === undefined,
        name: mark === undefined ? <Channel from="remote">{name}</Channel> : <GroupMark mark={mark}>{name}</GroupMark>,
      }))}
    />
  )
}
