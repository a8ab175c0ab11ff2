/** Who was not reached, and whether a text has come in place of the intervention; a press shows it. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { Fragment, useId, useState } from 'react'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card, CardHead } from '../../../ui/card.tsx'
import { notReachedIn, type Unreached } from '../figures/not-reached.ts'
import { useWords } from '../page/use-record-text.ts'
import styles from './section-parts.module.css'
import { GroupCell, Num, Wide } from './section-parts.tsx'
import tables from './tables.module.css'

export const UnreachedCard = ({ record }: { record: SessionRecord }) => {
  const { t } = useText()
  const words = useWords(record)
  const rows = notReachedIn(record)
  const counted = rows.filter((row) => row.counted).length
  const { closedAt } = record.session
  const note = counted > 0 && closedAt !== null ? t('record.invitedAt', { n: counted, time: words.time(closedAt) }) : <Num>{counted}</Num>
  return (
    <Card aria-labelledby="record-unreached">
      <CardHead id="record-unreached" title={t('record.notReached')} note={note} />
      {rows.length === 0 ? <p className={styles.inCard}>{t('record.allReached')}</p> : <Rows record={record} rows={rows} />}
      {rows.length > counted ? <p className={styles.inCard}>{t('record.uncounted', { n: rows.length - counted })}</p> : null}
    </Card>
  )
}

const Rows = ({ record, rows }: { record: SessionRecord; rows: readonly Unreached[] }) => {
  const { t } = useText()
  return (
    <Wide label={t('record.notReached')}>
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
            <Row key={row.request.id} record={record} row={row} />
          ))}
        </tbody>
      </table>
    </Wide>
  )
}

const Row = ({ record, row: { request, statement, counted } }: { record: SessionRecord; row: Unreached }) => {
  const { t } = useText()
  const words = useWords(record)
  const [open, show] = useState(false)
  const id = useId()
  return (
    <Fragment>
      <tr>
        <th scope="row">
          <bdi>{request.entity}</bdi>
          {counted ? null : <small>{request.listed ? t('record.listed') : t(`record.kind.${request.kind}`)}</small>}
        </th>
        <td>
          <GroupCell group={words.group(request.group)} words={words} />
        </td>
        <td>
          <Num>{words.time(request.askedAt)}</Num>
        </td>
        <td>
          {statement === null ? (
            <span className="muted">{t('record.invited')}</span>
          ) : (
            <Button
              size="inline"
              icon="check"
              iconEnd={open ? 'up' : 'down'}
              aria-expanded={open}
              aria-controls={open ? id : undefined}
              aria-label={t('record.statementOf', { who: request.entity })}
              onClick={() => show(!open)}
            >
              {t('record.received')}
            </Button>
          )}
        </td>
      </tr>
      {open && statement !== null ? (
        <tr id={id}>
          <td colSpan={4} className={styles.text} dir="auto">
            {statement.text}
          </td>
        </tr>
      ) : null}
    </Fragment>
  )
}
