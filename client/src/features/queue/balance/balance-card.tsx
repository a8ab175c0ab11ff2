/** Time spoken compared with requests, so that silence becomes visible: a sentence, with bars and tables on request. */

import { ordinaryChannel } from '@rostrum/shared/contract/channels'
import { countsAsIntervention } from '@rostrum/shared/contract/kinds'
import { joinTexts } from '@rostrum/shared/kernel/text'
import { useState } from 'react'
import { useMade } from '../../../session/hooks.tsx'
import { joinNames } from '../../../text/name-list.ts'
import { useText } from '../../../text/use-text.tsx'
import { BalanceBars } from '../../../ui/balance-bars.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card, CardHead } from '../../../ui/card.tsx'
import { GroupMark } from '../../../ui/group-mark.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { ChannelLabel } from '../../../widgets/channel-label.tsx'
import styles from '../queue.module.css'
import { type BalanceShareRow, computeShare, toPercent, useBalance } from './balance.ts'
import { BalanceTables } from './balance-tables.tsx'

/** With fewer requests a comparison means nothing. */
const minRequests = 3

/** Names the groups that are silent. The shares need more width than the column has, so they open over the page. */
export const BalanceCard = () => {
  const { t, language } = useText()
  const { groups, channels } = useBalance()
  const [isOpen, open] = useState(false)
  const requestCount = groups.reduce((total, { requests }) => total + requests, 0)
  // The speaker, and one who was interrupted, have been heard.
  const speaking = useMade(({ floor: { current, interrupted } }) =>
    [current, interrupted].flatMap((turn) => (turn?.startedAt && countsAsIntervention(turn.kind) ? [turn.speaker?.group ?? null] : [])),
  )
  const silent = groups.filter(({ id, turns }) => turns === 0 && !speaking.some((group) => group === id)).map(({ name }) => name)
  const anySpoke = silent.length < groups.length
  const text = !anySpoke
    ? t('balance.none')
    : silent.length === 0
      ? t('balance.allHeard')
      : t('balance.silent', { groups: joinNames(language, silent) })
  return (
    <Card className={styles.balance} aria-label={t('balance.title')}>
      <CardHead title={t('balance.title')}>
        <Button look="quiet" iconEnd="chev" onClick={() => open(true)}>
          {t('balance.shares')}
        </Button>
      </CardHead>
      <p className={styles.silent}>{text}</p>
      <ModalDialog open={isOpen} title={t('balance.full')} onClose={() => open(false)}>
        {requestCount < minRequests || !anySpoke ? (
          <p className="muted">{t(anySpoke ? 'balance.few' : 'balance.none')}</p>
        ) : (
          <ShareBars groups={groups} others={channels.filter(({ channel }) => channel !== ordinaryChannel)} />
        )}
        <BalanceTables groups={groups} channels={channels} />
      </ModalDialog>
    </Card>
  )
}

/** `others`: the channels that are compared with the room. */
const ShareBars = ({ groups, others }: { groups: readonly BalanceShareRow[]; others: readonly BalanceShareRow[] }) => {
  const { t } = useText()
  const time = groups.reduce((total, { used }) => total + used, 0)
  const requestCount = groups.reduce((total, { requests }) => total + requests, 0)
  const parts = [...groups, ...others].map((row) => ({
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
      rows={parts.map(({ id, channel, name, mark, share, of }) => ({
        id,
        mark,
        share: Math.min(1, share),
        requests: Math.min(1, of),
        value: t('number.percent', { n: toPercent(share) }),
        rule: channel !== null,
        name:
          channel !== null ? (
            <ChannelLabel from={channel}>{name}</ChannelLabel>
          ) : mark !== undefined ? (
            <GroupMark mark={mark}>{name}</GroupMark>
          ) : (
            name
          ),
      }))}
    />
  )
}
