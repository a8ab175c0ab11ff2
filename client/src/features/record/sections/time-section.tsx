/** How the time was used: in words, as a drawing, and as a table. */

import type { SessionRecord } from '@rostrum/shared/contract/record'
import { joinTexts } from '@rostrum/shared/kernel/text'
import type { Translate } from '../../../text/messages.ts'
import { useText } from '../../../text/use-text.tsx'
import { Card } from '../../../ui/card.tsx'
import { Name } from '../../../ui/written.tsx'
import { computeLateness, computeSecondsUsed, computeTimeUse } from '../figures/time-use.ts'
import { formatMinutes, formatSeconds, useRecordText } from '../page/use-record-text.ts'
import { formatDecision } from './decision-text.ts'
import { RecordTimeline } from './record-timeline.tsx'
import styles from './section-parts.module.css'
import { Figure, RecordSection, TableDetails, WideTable } from './section-parts.tsx'
import tables from './tables.module.css'

export const TimeSection = ({ record }: { record: SessionRecord }) => {
  const { t } = useText()
  const labels = useRecordText(record)
  const use = computeTimeUse(record)
  const sentence = formatTimeUse(t, record, use.isPlanShifted)
  return (
    <RecordSection id="record-time" title={t('record.timeUsed')}>
      <Card className={styles.figure}>
        <p>{sentence}</p>
        <RecordTimeline record={record} use={use} sentence={sentence} />
        <p className={styles.legend} aria-hidden="true">
          <span className={styles.legendRoom}>{t('record.legendRoom')}</span>
          <span>{t('record.legendRemote')}</span>
        </p>
        {use.decisions.length === 0 ? null : (
          <ol className={styles.decisions} aria-label={t('record.decisions')}>
            {use.decisions.map((decision, index) => (
              <li key={`${decision.at} ${String(index)}`}>{formatDecision(t, record.groups, decision, labels.formatTime(decision.at))}</li>
            ))}
          </ol>
        )}
        <TableDetails>
          <AgendaTable record={record} />
        </TableDetails>
      </Card>
    </RecordSection>
  )
}

const AgendaTable = ({ record }: { record: SessionRecord }) => {
  const { t } = useText()
  const labels = useRecordText(record)
  const { agenda } = record
  const { lasted } = computeSecondsUsed(record)
  return (
    <WideTable label={t('record.timeUsed')}>
      <table className={tables.table}>
        <thead>
          <tr>
            <th scope="col">{t('record.part')}</th>
            <th scope="col">{t('record.plannedAt')}</th>
            <th scope="col">{t('record.plannedFor')}</th>
            <th scope="col">{t('record.began')}</th>
            <th scope="col">{t('record.lasted')}</th>
          </tr>
        </thead>
        <tbody>
          {agenda.map((segment) => (
            <tr key={segment.id}>
              <th scope="row">
                <Name>{labels.formatSegment(segment)}</Name>
              </th>
              <td>
                <Figure>{labels.formatTime(segment.planned.startsAt)}</Figure>
              </td>
              <td>
                <Figure>{formatSeconds(segment.planned.seconds)}</Figure>
              </td>
              <td>{segment.actual === null ? t('record.notHeld') : <Figure>{labels.formatTime(segment.actual.startedAt)}</Figure>}</td>
              <td>{segment.actual === null ? '' : <Figure>{formatSeconds(segment.actual.seconds)}</Figure>}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('record.total')}</th>
            <td />
            <td>
              <Figure>{formatSeconds(agenda.reduce((total, { planned }) => total + planned.seconds, 0))}</Figure>
            </td>
            <td />
            <td>
              <Figure>{formatSeconds(lasted)}</Figure>
            </td>
          </tr>
        </tfoot>
      </table>
    </WideTable>
  )
}

function formatTimeUse(t: Translate, record: SessionRecord, moved: boolean): string {
  if (record.session.openedAt === null) return t('record.notOpened')
  const { began, ended } = computeLateness(record)
  const { lasted: held, spoken, answered } = computeSecondsUsed(record)
  const formatLateness = (n: number | null, which: 'began' | 'ended') =>
    n === null ? [] : [n === 0 ? t(`record.${which}OnTime`) : t(`record.${which}${n > 0 ? 'Late' : 'Early'}`, { n: Math.abs(n) })]
  return joinTexts([
    ...formatLateness(began, 'began'),
    ...formatLateness(ended, 'ended'),
    ...(moved ? [t('record.moved')] : []),
    t('record.used', { held: formatMinutes(t, held), spoken: formatMinutes(t, spoken), answered: formatMinutes(t, answered) }),
  ])
}
