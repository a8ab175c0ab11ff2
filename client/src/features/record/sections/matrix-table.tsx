/** What was said, by topic and group; a press on the number of interventions shows them. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { CSSProperties, ReactNode } from 'react'
import { useText } from '../../../text/use-text.tsx'
import { type Cell, matrixOf } from '../figures/matrix.ts'
import { clockText, useWords } from '../page/use-record-text.ts'
import styles from './matrix-table.module.css'
import { GroupCell, Num, Part, Wide } from './section-parts.tsx'

/** `tag`: a tag as the desk writes it. `edit`: where the points are written. */
type MatrixProps = { record: SessionRecord; tag: (tag: string) => ReactNode; edit?: ReactNode }

export const MatrixPart = ({ record, tag, edit }: MatrixProps) => {
  const { t } = useText()
  const words = useWords(record)
  const { columns, rows } = matrixOf(record)
  const silent = rows.every(({ cells }) => cells.every(({ notes, turns }) => notes.length + turns.length === 0))
  return (
    <Part id="record-said" title={t('record.said')} action={edit}>
      {silent ? <p>{t('record.saidNothing')}</p> : null}
      {silent || columns.length === 0 ? null : (
        <Wide label={t('record.said')} className={styles.place}>
          <table className={styles.matrix} style={{ '--columns': columns.length } as CSSProperties}>
            <thead>
              <tr>
                <th scope="col" className={styles.corner}>
                  {t('record.group')}
                </th>
                {columns.map(({ segment, interventions }) => (
                  <th scope="col" key={segment?.id ?? ''}>
                    <bdi>{words.segment(segment)}</bdi>
                    <small>{t('record.interventions', { n: interventions })}</small>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ group, heard, asked, cells }) => (
                <tr key={group?.id ?? ''}>
                  <th scope="row">
                    <GroupCell group={group} words={words} />
                    <small>{t('record.heardOf', { heard, asked })}</small>
                  </th>
                  {cells.map((cell, index) => (
                    <td key={columns[index]?.segment?.id ?? ''}>
                      <Said cell={cell} record={record} tag={tag} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Wide>
      )}
    </Part>
  )
}

const Said = ({ cell: { notes, turns }, record, tag: tagged }: MatrixProps & { cell: Cell }) => {
  const { t } = useText()
  const words = useWords(record)
  return (
    <>
      {notes.length === 0 ? null : (
        <ul className={styles.points}>
          {notes.map(({ id, tag, text }) => (
            <li key={id}>
              {tag === null ? null : <>{tagged(tag)} </>}
              <bdi>{text}</bdi>
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
                <Num>{words.time(startedAt)}</Num> <bdi>{entity}</bdi> {channel === null ? null : `${t(`channel.${channel}`)} `}
                <Num>{clockText(usedSeconds)}</Num>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
