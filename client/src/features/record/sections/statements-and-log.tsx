/** The end of the record: the statements in full, and the log from which the record was made. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { useText } from '../../../text/use-text.tsx'
import { Card } from '../../../ui/card.tsx'
import { Name, Written } from '../../../ui/written.tsx'
import { useRecordText } from '../page/use-record-text.ts'
import styles from './section-parts.module.css'
import { GroupLabel, RecordSection } from './section-parts.tsx'

export const StatementsSection = ({ record }: { record: SessionRecord }) => {
  const { t } = useText()
  const labels = useRecordText(record)
  return (
    <RecordSection id="record-statements" title={t('record.statements')}>
      {record.statements.length === 0 ? <p>{t('record.noStatements')}</p> : null}
      {record.statements.map(({ id, entity, group, channel, segment, words: length, filedAt, text }) => (
        <Card key={id} className={styles.figure} aria-labelledby={`statement-${id}`}>
          <h3 id={`statement-${id}`}>
            <Name>{entity}</Name>
          </h3>
          <p className="muted">
            <GroupLabel group={labels.findGroup(group)} words={labels} /> · {t(`channel.${channel}`)}
            {segment === null ? null : (
              <>
                {' · '}
                <Name>{labels.formatSegmentId(segment)}</Name>
              </>
            )}
            {' · '}
            {t('record.filed', { time: labels.formatTime(filedAt), n: length })}
          </p>
          <Written className={styles.text}>{text}</Written>
        </Card>
      ))}
    </RecordSection>
  )
}

export const LogSection = ({ record }: { record: SessionRecord }) => {
  const { t } = useText()
  const labels = useRecordText(record)
  const { commits, head, at } = record.log
  return (
    <RecordSection id="record-log" title={t('record.log')}>
      <p>{t('record.commits', { n: commits, time: labels.formatExactTime(at) })}</p>
      <p>
        {t('record.head')} <code className={styles.head}>{head}</code>
      </p>
      <p className="muted">{t('record.verify')}</p>
    </RecordSection>
  )
}
