/** The list of speakers as a sheet of paper: waiting entries, entries on hold, and rights of reply. */

import type { EntryId } from '@rostrum/shared/contract/ids'
import { useState } from 'react'
import { findGroup } from '../../../session/groups.ts'
import { useNow, useView } from '../../../session/hooks.tsx'
import { useLoadTypedNames, useTypedNames } from '../../../session/typed-names.ts'
import { getChannelName } from '../../../text/channel-words.ts'
import { getGroupName } from '../../../text/group-name.ts'
import { formatSpokenIn } from '../../../text/language-name.ts'
import { joinNames } from '../../../text/name-list.ts'
import { getOrderModeText } from '../../../text/order-mode-text.ts'
import { getPositionCauseText } from '../../../text/position-cause-text.ts'
import { formatExactTime, formatTime } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { Name } from '../../../ui/written.tsx'
import { listHeldEntries } from '../../../widgets/held-entries.ts'
import { useRankedOrder } from '../../../widgets/ranked-order.ts'
import { formatRowName } from '../../../widgets/row-name.ts'
import { SessionText } from '../../../widgets/session-text.tsx'
import { ClaimedNote } from '../../../widgets/to-confirm.tsx'
import styles from './printed-list.module.css'

type PrintedRow = { readonly id: EntryId; readonly position: number | null; readonly cause: string }

export const PrintedList = () => {
  const { t } = useText()
  const session = useView((view) => view.session)
  const queue = useView((view) => view.queue)
  const order = useRankedOrder()
  const replies = useView((view) => view.replies)
  useLoadTypedNames()
  const entries = useView((view) => view.entries)
  const [printedAt] = useState(useNow(60_000))
  const waiting: readonly PrintedRow[] = [
    ...order.map(({ entry }, index) => ({
      id: entry,
      position: index + 1,
      cause: getPositionCauseText(t, order, index, queue.maxOvertakes),
    })),
    ...listHeldEntries(entries, 'order').map(({ id }) => ({ id, position: null, cause: t('queue.notNow') })),
  ]
  return (
    <div className={styles.list}>
      <h1>{t('queue.title')}</h1>
      <p>
        <SessionText of={session.title} />
      </p>
      <p>
        {t('queue.printedAt', { time: formatExactTime(printedAt, session.timeZone), n: order.length, rule: getOrderModeText(t, queue) })}
      </p>
      {waiting.length === 0 ? <p>{t('queue.empty')}</p> : <PrintedRows rows={waiting} />}
      {replies.length === 0 ? null : (
        <>
          <h2>{t('queue.replies', { n: replies.length })}</h2>
          <PrintedRows rows={replies.map((id, index) => ({ id, position: index + 1, cause: t('queue.cause.reply') }))} />
        </>
      )}
    </div>
  )
}

const PrintedRows = ({ rows }: { rows: readonly PrintedRow[] }) => {
  const { t, language } = useText()
  const { groups, timeZone } = useView((view) => view.session)
  const names = useTypedNames()
  const entries = useView((view) => view.entries)
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('queue.order.place')}</th>
          <th scope="col">{t('queue.entity')}</th>
          <th scope="col">{t('queue.group')}</th>
          <th scope="col">{t('queue.where')}</th>
          <th scope="col">{t('queue.asked')}</th>
          <th scope="col">{t('queue.reason')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, position, cause }) => {
          const row = entries[id]
          return row ? (
            <tr key={id}>
              <td>
                <span className="num">{position}</span>
              </td>
              <th scope="row">
                <Name>{formatRowName(t, row, names)}</Name>
                <ClaimedNote of={row} />
                {row.onBehalfOf.length === 0 ? null : <small>{t('queue.behalf', { names: joinNames(language, row.onBehalfOf) })}</small>}
              </th>
              <td>{getGroupName(t, findGroup(groups, row.group))}</td>
              <td>
                {getChannelName(t, row.staff?.requestChannel ?? row.channel)}
                {row.language === undefined ? null : <small>{formatSpokenIn(t, language.id, row.language)}</small>}
              </td>
              <td>
                <span className="num">{formatTime(row.askedAt, timeZone)}</span>
              </td>
              <td>{cause}</td>
            </tr>
          ) : null
        })}
      </tbody>
    </table>
  )
}
