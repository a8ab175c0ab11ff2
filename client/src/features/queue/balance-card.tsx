/** Time spoken beside what was asked for, so that silence shows: a line, bars, and the table on request. */
import type { Share } from '@rostrum/shared/projection/queue'
import { useState } from 'react'
import { groupIn } from '../../session/groups.ts'
import { useView } from '../../session/hooks.tsx'
import { groupName } from '../../text/group-name.ts'
import { lengthText } from '../../text/times.ts'
import { useText } from '../../text/use-text.tsx'
import { BalanceBars } from '../../ui/balance-bars.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, CardHead } from '../../ui/card.tsx'
import { Channel } from '../../ui/channel.tsx'
import { GroupMark, type Mark } from '../../ui/group-mark.tsx'
import styles from './queue.module.css'

/** Fewer requests than this say nothing about anybody. */
const enough = 3

type Row = Omit<Share<string>, 'of'> & { readonly id: string; readonly name: string; readonly mark: Mark | undefined }

export const BalanceCard = ({ className }: { className?: string | undefined }) => {
  const { t } = useText()
  const rows = useRows()
  const [full, setFull] = useState(false)
  const groups = rows.filter(({ mark }) => mark !== undefined)
  const asked = groups.reduce((total, { requests }) => total + requests, 0)
  const spoke = groups.some(({ turns }) => turns > 0)
  const silent = groups.filter(({ turns }) => turns === 0).length
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
      {full ? <FullTable rows={rows} /> : null}
      {!full && (asked < enough || !spoke) ? <p className="muted">{t('balance.none')}</p> : null}
      {!full && asked >= enough && spoke ? <Bars rows={rows} /> : null}
    </Card>
  )
}

const useRows = (): readonly Row[] => {
  const { t } = useText()
  const balance = useView((view) => view.balance)
  const groups = useView(({ session }) => session.groups)
  if (!balance) return []
  return [
    ...balance.groups.map(({ of, ...share }) => {
      const group = groupIn(groups, of)
      return { ...share, id: of, name: group ? groupName(t, group) : of, mark: group?.mark }
    }),
    ...balance.channels
      .filter(({ of }) => of === 'remote')
      .map(({ of, ...share }) => ({ ...share, id: of, name: t('channel.remote'), mark: undefined })),
  ]
}

const Bars = ({ rows }: { rows: readonly Row[] }) => {
  const { t } = useText()
  const groups = rows.filter(({ mark }) => mark !== undefined)
  const time = groups.reduce((total, { used }) => total + used, 0)
  const asked = groups.reduce((total, { requests }) => total + requests, 0)
  const parts = rows.map((row) => ({ ...row, share: time > 0 ? row.used / time : 0, of: asked > 0 ? row.requests / asked : 0 }))
  const percent = (part: number) => Math.round(part * 100)
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
        share,
        requests: Math.min(1, of),
        value: t('number.percent', { n: percent(share) }),
        rule: mark === undefined,
        name: mark === undefined ? <Channel from="remote">{name}</Channel> : <GroupMark mark={mark}>{name}</GroupMark>,
      }))}
    />
  )
}

const FullTable = ({ rows }: { rows: readonly Row[] }) => {
  const { t } = useText()
  return (
    <div>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('queue.group')}</th>
            <th scope="col">{t('balance.turns')}</th>
            <th scope="col">{t('balance.time')}</th>
            <th scope="col">{t('balance.asked')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, turns, used, requests }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td className="num">{turns}</td>
              <td className="num">{lengthText(used)}</td>
              <td className="num">{requests}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
