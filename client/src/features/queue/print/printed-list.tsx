/** The floor list as a sheet of paper: those who wait, those who said "not now", and the rights of reply. */
import type { EntryId } from '@rostrum/shared/contract/ids'
import { useState } from 'react'
import { groupIn } from '../../../session/groups.ts'
import { useNow, useView } from '../../../session/hooks.tsx'
import { groupName } from '../../../text/group-name.ts'
import { namesText } from '../../../text/name-list.ts'
import { ruleWords } from '../../../text/order-mode-text.ts'
import { reasonWords } from '../../../text/position-cause-text.ts'
import { exactTime, timeOfDay } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { nameOf } from '../row-name.ts'
import styles from './printed-list.module.css'

type Line = { readonly id: EntryId; readonly place: number | null; readonly why: string }

export const PrintedList = () => {
  const { t } = useText()
  const session = useView((view) => view.session)
  const list = useView((view) => view.list)
  const line = useView((view) => view.line)
  const replies = useView((view) => view.replies)
  const entries = useView((view) => view.entries)
  const [printedAt] = useState(useNow(60_000))
  const held = (Object.keys(entries) as EntryId[]).filter((id) => entries[id]?.desk?.held && entries[id]?.kind === 'intervention')
  const waiting: readonly Line[] = [
    ...line.map((place, index) => ({ id: place.entry, place: index + 1, why: reasonWords(t, place, list.overtakes) })),
    ...held.map((id) => ({ id, place: null, why: t('queue.notNow') })),
  ]
  return (
    <div className={styles.list}>
      <h1>{t('queue.title')}</h1>
      <p>
        <bdi>{session.title}</bdi>
      </p>
      <p>{t('queue.printedAt', { time: exactTime(printedAt, session.timeZone), n: line.length, rule: ruleWords(t, list) })}</p>
      {waiting.length === 0 ? <p>{t('queue.empty')}</p> : <Rows lines={waiting} />}
      {replies.length === 0 ? null : (
        <>
          <h2>{t('queue.replies', { n: replies.length })}</h2>
          <Rows lines={replies.map((id, index) => ({ id, place: index + 1, why: t('queue.why.reply') }))} />
        </>
      )}
    </div>
  )
}

const Rows = ({ lines }: { lines: readonly Line[] }) => {
  const { t, language } = useText()
  const { groups, timeZone } = useView((view) => view.session)
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
        {lines.map(({ id, place, why }) => {
          const row = entries[id]
          return row ? (
            <tr key={id}>
              <td>
                <span className="num">{place}</span>
              </td>
              <th scope="row">
                <bdi>{nameOf(row)}</bdi>
                {row.behalf.length === 0 ? null : <small>{t('queue.behalf', { names: namesText(language, row.behalf) })}</small>}
              </th>
              <td>{groupName(t, groupIn(groups, row.group))}</td>
              <td>{t(`channel.${row.desk?.door ?? row.channel}`)}</td>
              <td>
                <span className="num">{timeOfDay(row.askedAt, timeZone)}</span>
              </td>
              <td>{why}</td>
            </tr>
          ) : null
        })}
      </tbody>
    </table>
  )
}
