/** Who was registered and who took part, in numbers. The record has no list of names. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { channels } from '@rostrum/shared/contract/roles'
import { useText } from '../../../text/use-text.tsx'
import { Card } from '../../../ui/card.tsx'
import { useRecordText } from '../page/use-record-text.ts'
import styles from './section-parts.module.css'
import { GroupLabel, WideTable } from './section-parts.tsx'
import tables from './tables.module.css'

type People = NonNullable<SessionRecord['statistics']['present']>
type Counts = Pick<People, 'room' | 'remote'>

export const AttendanceCard = ({ record }: { record: SessionRecord }) => {
  const { t } = useText()
  const labels = useRecordText(record)
  const { registered, present } = record.statistics
  if (registered.groups.length === 0) return null
  const columns = listColumns(registered, present)
  return (
    <Card className={styles.figure} aria-labelledby="record-attendance">
      <h3 id="record-attendance">{t('record.attendance')}</h3>
      <p>{t(present === null ? 'record.attendanceUnknown' : 'record.attendanceNote')}</p>
      <WideTable label={t('record.attendance')}>
        <table className={tables.table}>
          <thead>
            <tr>
              <th scope="col">{t('record.group')}</th>
              {columns.map(({ head }) => (
                <th scope="col" key={head}>
                  {t(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {registered.groups.map(({ group }) => (
              <tr key={group}>
                <th scope="row">
                  <GroupLabel group={labels.findGroup(group)} words={labels} />
                </th>
                {columns.map(({ head, ofGroup }) => (
                  <td key={head}>{formatCount(ofGroup(group))}</td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('record.total')}</th>
              {columns.map(({ head, total }) => (
                <td key={head}>{formatCount(total)}</td>
              ))}
            </tr>
          </tfoot>
        </table>
      </WideTable>
    </Card>
  )
}

const listColumns = (registered: People, present: People | null) =>
  [
    { what: 'registered', counts: registered } as const,
    ...(present === null ? [] : [{ what: 'tookPart', counts: present } as const]),
  ].flatMap(({ what, counts }) =>
    channels.map((channel) => ({
      head: `record.${what}.${channel}` as const,
      total: counts[channel],
      ofGroup: (group: string | null) => (counts.groups.find((one) => one.group === group) ?? nobody)[channel],
    })),
  )

const nobody: Counts = { room: 0, remote: 0 }

/** A count is missing where it could tell one person from another. */
const formatCount = (count: number | null): string => (count === null ? '–' : String(count))
