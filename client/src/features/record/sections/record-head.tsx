/** The session, its result in one sentence, and when this record was made. */

import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { ReactNode } from 'react'
import { formatLongDay } from '../../../text/days.ts'
import { getPlaceName } from '../../../text/place-name.ts'
import { Sentences } from '../../../text/sentences.tsx'
import { formatExactTime, formatTimeSpan } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Name } from '../../../ui/written.tsx'
import { computeHeadline, type RecordHeadline } from '../figures/headline.ts'
import { parseInstant } from '../figures/record-rows.ts'
import styles from '../head.module.css'
import type { MadeRecord } from '../page/use-record.ts'
import { RecordOfficers } from './record-officers.tsx'

type RecordHeadProps = { made: MadeRecord; making: boolean; failed: boolean; onReload: () => void; children: ReactNode }

export const RecordHead = ({ made: { record, at }, making, failed, onReload, children }: RecordHeadProps) => {
  const { t, rich } = useText()
  const { session } = record
  const time = formatExactTime(at, session.timeZone)
  return (
    <header className={styles.head}>
      {session.series === null ? null : (
        <p className="eyebrow">
          <Name>{session.series}</Name>
        </p>
      )}
      <h1>
        <Name>{session.title}</Name>
      </h1>
      <p className={styles.meta}>
        <SessionTimes record={record} />
      </p>
      <RecordOfficers record={record} />
      {session.rehearsal ? <p className={styles.meta}>{t('record.rehearsal')}</p> : null}
      <p className={styles.lead}>
        <HeadlineText headline={computeHeadline(record)} questions={record.questions.length} opened={session.openedAt !== null} />
      </p>
      {children}
      <div className={styles.made}>
        <p>{session.phase === 'closed' ? t('record.made', { time }) : rich('record.soFar', { time })}</p>
        <Button look="quiet" size="small" disabled={making} onClick={onReload}>
          {t('record.again')}
        </Button>
        {failed ? <p role="alert">{t('record.notMade', { time })}</p> : null}
      </div>
    </header>
  )
}

const SessionTimes = ({ record: { session, statistics, log } }: { record: SessionRecord }) => {
  const { t, language } = useText()
  const { openedAt, closedAt, timeZone } = session
  const span = (from: string, to: string) => formatTimeSpan(parseInstant(from), parseInstant(to), timeZone)
  const day = formatLongDay(language.id, timeZone, parseInstant(openedAt ?? session.plannedStart))
  const planned = span(session.plannedStart, session.plannedEnd)
  const { room, remote } = statistics.registered
  const registered = t('record.registered', { room: room ?? '–', remote: remote ?? '–' })
  return (
    <Sentences>
      {t('record.when', {
        place: session.venue ?? session.place,
        day,
        time: openedAt === null ? planned : span(openedAt, closedAt ?? log.at),
        zone: t('time.zone', { place: getPlaceName(t, session.place) }),
      })}
      {openedAt === null ? t('record.notOpened') : t('record.planned', { time: planned })}
      {registered}
    </Sentences>
  )
}

/** Numbers first. What did not happen is left out. */
const HeadlineText = ({ headline, questions, opened }: { headline: RecordHeadline; questions: number; opened: boolean }) => {
  const { t, rich } = useText()
  const { total, heard, outcomes, answeredLive } = headline
  const formatCount = (n: number, words: (counted: { n: number }) => string) => (n > 0 ? words({ n }) : null)
  return (
    <Sentences>
      <span>{total === 0 ? rich('record.nobodyAsked') : rich('record.heard', { heard, total })}</span>
      {formatCount(outcomes.joint, (n) => t('record.joint', n))}
      {formatCount(outcomes['not-reached'], (n) => t('record.notReachedCount', n))}
      {formatCount(outcomes.withdrawn, (n) => t('record.withdrawn', n))}
      {formatCount(outcomes.removed, (n) => t('record.removed', n))}
      {formatCount(outcomes.speaking, (n) => t('record.speaking', n))}
      {formatCount(outcomes.waiting, (n) => t('record.waiting', n))}
      {questions > 0 ? t('record.answeredLive', { n: answeredLive }) : opened ? t('record.noQuestions') : null}
    </Sentences>
  )
}
