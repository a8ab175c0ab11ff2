/** How the time was used: in words, drawn, and as a table. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { Speak } from '../../../text/messages.ts'
import { useText } from '../../../text/use-text.tsx'
import { Card } from '../../../ui/card.tsx'
import { lateness, secondsUsed, timeUse } from '../figures/time-use.ts'
import { clockText, lengthWords, useWords } from '../page/use-record-text.ts'
import { decisionWords } from './decision-text.ts'
import { Timeline } from './record-timeline.tsx'
import styles from './section-parts.module.css'
import { AsTable, Num, Part, Wide } from './section-parts.tsx'
import tables from './tables.module.css'

export const TimePart = ({ record }: { record: SessionRecord }) => {
  const { t } = useText()
  const words = useWords(record)
  const use = timeUse(record)
  const sentence = timeSentence(t, record, use.moved)
  return (
    <Part id="record-time" title={t('record.timeUsed')}>
      <Card className={styles.figure}>
        <p>{sentence}</p>
        <Timeline record={record} use={use} sentence={sentence} />
        <p className={styles.legend} aria-hidden="true">
          <span className={styles.legendRoom}>{t('record.legendRoom')}</span>
          <span className={styles.legendRemote}>{t('record.legendRemote')}</span>
        </p>
        {use.decisions.length === 0 ? null : (
          <ol className={styles.decisions} aria-label={t('record.decisions')}>
            {use.decisions.map((decision, index) => (
              <li key={`${decision.at} ${String(index)}`}>{decisionWords(t, record.groups, decision, words.time(decision.at))}</li>
            ))}
          </ol>
        )}
        <AsTable>
          <AgendaTable record={record} />
        </AsTable>
      </Card>
    </Part>
  )
}

const AgendaTable = ({ record }: { record: SessionRecord }) => {
  const { t } = useText()
  const words = useWords(record)
  const { agenda } = record
  const { held } = secondsUsed(record)
  return (
    <Wide label={t('record.timeUsed')}>
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
                <bdi>{words.segment(segment)}</bdi>
              </th>
              <td>
                <Num>{words.time(segment.planned.startsAt)}</Num>
              </td>
              <td>
                <Num>{clockText(segment.planned.seconds)}</Num>
              </td>
              <td>{segment.actual === null ? t('record.notHeld') : <Num>{words.time(segment.actual.beganAt)}</Num>}</td>
              <td>{segment.actual === null ? '' : <Num>{clockText(segment.actual.seconds)}</Num>}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('record.total')}</th>
            <td />
            <td>
              <Num>{clockText(agenda.reduce((total, { planned }) => total + planned.seconds, 0))}</Num>
            </td>
            <td />
            <td>
              <Num>{clockText(held)}</Num>
            </td>
          </tr>
        </tfoot>
      </table>
    </Wide>
  )
}

function timeSentence(t: Speak, record: SessionRecord, moved: boolean): string {
  if (record.session.openedAt === null) return t('record.notOpened')
  const { began, ended } = lateness(record)
  const { held, spoken, answered } = secondsUsed(record)
  const words = (n: number | null, which: 'began' | 'ended') =>
    n === null ? [] : [n === 0 ? t(`record.${which}OnTime`) : t(`record.${which}${n > 0 ? 'Late' : 'Early'}`, { n: Math.abs(n) })]
  return [
    ...words(began, 'began'),
    ...words(ended, 'ended'),
    ...(moved ? [t('record.moved')] : []),
    t('record.used', { held: lengthWords(t, held), spoken: lengthWords(t, spoken), answered: lengthWords(t, answered) }),
  ].join(' ')
}
