/** What was said, by topic and group. A press on the number of interventions shows them. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { CSSProperties, ReactNode } from 'react'
import { useText } from '../../../text/use-text.tsx'
import { Name } from '../../../ui/written.tsx'
import { buildMatrix, type MatrixCellData } from '../figures/matrix.ts'
import { formatSeconds, useRecordText } from '../page/use-record-text.ts'
import styles from './matrix-table.module.css'
import { Figure, GroupLabel, RecordSection, WideTable } from './section-parts.tsx'

/** `tag`: renders a tag. `edit`: the link to the place where notes are written. */
type MatrixTableProps = { record: SessionRecord; tag: (tag: string) => ReactNode; edit?: ReactNode }

export const MatrixTable = ({ record, tag, edit }: MatrixTableProps) => {
  const { t } = useText()
  const labels = useRecordText(record)
  const { columns, rows } = buildMatrix(record)
  const silent = rows.every(({ cells }) => cells.every(({ notes, turns }) => notes.length + turns.length === 0))
  return (
    <RecordSection id="record-said" title={t('record.said')} action={edit}>
      {silent ? <p>{t('record.saidNothing')}</p> : null}
      {silent || columns.length === 0 ? null : (
        <WideTable label={t('record.said')} className={styles.place}>
          <table className={styles.matrix} style={{ '--columns': columns.length } as CSSProperties}>
            <thead>
              <tr>
                <th scope="col" className={styles.corner}>
                  {t('record.group')}
                </th>
                {columns.map(({ segment, interventions }) => (
                  <th scope="col" key={segment?.id ?? ''}>
                    <Name>{labels.formatSegment(segment)}</Name>
                    <small>{t('record.interventions', { n: interventions })}</small>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ group, heard, asked, cells }) => (
                <tr key={group?.id ?? ''}>
                  <th scope="row">
                    <GroupLabel group={group} words={labels} />
                    <small>{t('record.heardOf', { heard, asked })}</small>
                  </th>
                  {cells.map((cell, index) => (
                    <td key={columns[index]?.segment?.id ?? ''}>
                      <MatrixCell cell={cell} record={record} tag={tag} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </WideTable>
      )}
    </RecordSection>
  )
}

const MatrixCell = ({ cell: { notes, turns }, record, tag: renderTag }: MatrixTableProps & { cell: MatrixCellData }) => {
  const { t } = useText()
  const labels = useRecordText(record)
  return (
    <>
      {notes.length === 0 ? null : (
        <ul className={styles.points}>
          {notes.map(({ id, tag, text }) => (
            <li key={id}>
              {tag === null ? null : <>{renderTag(tag)} </>}
              <Name>{text}</Name>
            </li>
          ))}
        </ul>
      )}
      {turns.length === 0 ? (
        <span className="muted">{t('record.interventions', { n: 0 })}</span>
      ) : (
        <details className={styles.shown}>
          <summary>{t('record.interventions', { n: turns.length })}</summary>
          <ul>
            {turns.map(({ id, startedAt, entity, channel, usedSeconds }) => (
              <li key={id}>
                <Figure>{labels.formatTime(startedAt)}</Figure> <Name>{entity}</Name> {channel === null ? null : t(`channel.${channel}`)}{' '}
                <Figure>{formatSeconds(usedSeconds)}</Figure>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
