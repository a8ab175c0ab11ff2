/** Requests that were not reached, and whether a statement came in place of the intervention. A press shows it. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { Fragment, useId, useState } from 'react'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card, CardHead } from '../../../ui/card.tsx'
import { Name, Written } from '../../../ui/written.tsx'
import { listNotReached, type NotReachedRow } from '../figures/not-reached.ts'
import { useRecordText } from '../page/use-record-text.ts'
import styles from './section-parts.module.css'
import { Figure, GroupLabel, WideTable } from './section-parts.tsx'
import tables from './tables.module.css'

export const NotReachedTable = ({ record }: { record: SessionRecord }) => {
  const { t } = useText()
  const labels = useRecordText(record)
  const rows = listNotReached(record)
  const counted = rows.filter((row) => row.counted).length
  const { closedAt } = record.session
  const note =
    counted > 0 && closedAt !== null ? t('record.invitedAt', { n: counted, time: labels.formatTime(closedAt) }) : <Figure>{counted}</Figure>
  return (
    <Card aria-labelledby="record-not-reached">
      <CardHead id="record-not-reached" title={t('record.notReached')} note={note} />
      {rows.length === 0 ? <p className={styles.inCard}>{t('record.allReached')}</p> : <NotReachedRows record={record} rows={rows} />}
      {rows.length > counted ? <p className={styles.inCard}>{t('record.uncounted', { n: rows.length - counted })}</p> : null}
    </Card>
  )
}

const NotReachedRows = ({ record, rows }: { record: SessionRecord; rows: readonly NotReachedRow[] }) => {
  const { t } = useText()
  return (
    <WideTable label={t('record.notReached')}>
      <table className={tables.rows}>
        <thead>
          <tr>
            <th scope="col">{t('record.organization')}</th>
            <th scope="col">{t('record.group')}</th>
            <th scope="col">{t('queue.asked')}</th>
            <th scope="col">{t('record.statement')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <NotReachedTableRow key={row.request.id} record={record} row={row} />
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}

const NotReachedTableRow = ({ record, row: { request, statement, counted } }: { record: SessionRecord; row: NotReachedRow }) => {
  const { t } = useText()
  const labels = useRecordText(record)
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    <Fragment>
      <tr>
        <th scope="row">
          <Name>{request.entity}</Name>
          {counted ? null : <small>{request.listed ? t('record.listed') : t(`record.kind.${request.kind}`)}</small>}
        </th>
        <td>
          <GroupLabel group={labels.findGroup(request.group)} words={labels} />
        </td>
        <td>
          <Figure>{labels.formatTime(request.askedAt)}</Figure>
        </td>
        <td>
          {statement === null ? (
            <span className="muted">{t('record.invited')}</span>
          ) : (
            <Button
              size="inline"
              icon="check"
              expanded={open}
              aria-controls={open ? id : undefined}
              aria-label={t('record.statementOf', { who: request.entity ?? '' })}
              onClick={() => setOpen(!open)}
            >
              {t('record.received')}
            </Button>
          )}
        </td>
      </tr>
      {open && statement !== null ? (
        <tr id={id}>
          <td colSpan={4} className={styles.text}>
            <Written>{statement.text}</Written>
          </td>
        </tr>
      ) : null}
    </Fragment>
  )
}
