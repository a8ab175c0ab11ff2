/** The end of the record: statements in full, and the log that it was made of. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { useText } from '../../../text/use-text.tsx'
import { Card } from '../../../ui/card.tsx'
import { useWords } from '../page/use-record-text.ts'
import styles from './section-parts.module.css'
import { GroupCell, Part } from './section-parts.tsx'

export const StatementsPart = ({ record }: { record: SessionRecord }) => {
  const { t } = useText()
  const words = useWords(record)
  return (
    <Part id="record-statements" title={t('record.statements')}>
      {record.statements.length === 0 ? <p>{t('record.noStatements')}</p> : null}
      {record.statements.map(({ id, entity, group, channel, segment, words: length, filedAt, text }) => (
        <Card key={id} className={styles.figure} aria-labelledby={`statement-${id}`}>
          <h3 id={`statement-${id}`}>
            <bdi>{entity}</bdi>
          </h3>
          <p className="muted">
            <GroupCell group={words.group(group)} words={words} />, {t(`channel.${channel}`)}.{' '}
            {segment === null ? null : (
              <>
                <bdi>{words.part(segment)}</bdi>.{' '}
              </>
            )}
            {t('record.filed', { time: words.time(filedAt), n: length })}
          </p>
          <p className={styles.text} dir="auto">
            {text}
          </p>
        </Card>
      ))}
    </Part>
  )
}

export const LogPart = ({ record }: { record: SessionRecord }) => {
  const { t } = useText()
  const words = useWords(record)
  const { commits, head, at } = record.log
  return (
    <Part id="record-log" title={t('record.log')}>
      <p>{t('record.commits', { n: commits, time: words.exact(at) })}</p>
      <p>
        {t('record.head')}: <code className={styles.head}>{head}</code>
      </p>
      <p className="muted">{t('record.verify')}</p>
    </Part>
  )
}
