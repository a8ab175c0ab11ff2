/** Which session it is, what became of it in one sentence, and when this record was made. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { ReactNode } from 'react'
import { exactTime, timeSpan } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { type Finding, findingOf } from '../figures/headline.ts'
import { instant } from '../figures/record-rows.ts'
import styles from '../head.module.css'
import type { Made } from '../page/use-record.ts'

type HeadProps = { made: Made; making: boolean; failed: boolean; onAgain: () => void; children: ReactNode }

export const RecordHead = ({ made: { record, at }, making, failed, onAgain, children }: HeadProps) => {
  const { t, rich } = useText()
  const { session } = record
  const time = exactTime(at, session.timeZone)
  return (
    <header className={styles.head}>
      {session.series === null ? null : (
        <p className="eyebrow">
          <bdi>{session.series}</bdi>
        </p>
      )}
      <h1>
        <bdi>{session.title}</bdi>
      </h1>
      <p className={styles.meta}>
        <When record={record} />
      </p>
      {session.rehearsal ? <p className={styles.meta}>{t('record.rehearsal')}</p> : null}
      <p className={styles.lead}>
        <FindingSentence finding={findingOf(record)} questions={record.questions.length} opened={session.openedAt !== null} />
      </p>
      {children}
      <div className={styles.made}>
        <p>{session.phase === 'closed' ? t('record.made', { time }) : rich('record.soFar', { time })}</p>
        <Button look="quiet" size="small" disabled={making} onClick={onAgain}>
          {t('record.again')}
        </Button>
        {failed ? <p role="alert">{t('record.notMade', { time })}</p> : null}
      </div>
    </header>
  )
}

const When = ({ record: { session, statistics, log } }: { record: SessionRecord }) => {
  const { t, language } = useText()
  const { openedAt, closedAt, timeZone } = session
  const span = (from: string, to: string) => timeSpan(instant(from), instant(to), timeZone)
  const day = new Intl.DateTimeFormat(`${language.id}-u-nu-latn`, { dateStyle: 'full', timeZone }).format(
    instant(openedAt ?? session.plannedStart),
  )
  const planned = span(session.plannedStart, session.plannedEnd)
  return (
    <>
      {t('record.when', {
        place: session.venue ?? session.place,
        day,
        time: openedAt === null ? planned : span(openedAt, closedAt ?? log.at),
        zone: t('time.zone', { place: session.place }),
      })}{' '}
      {openedAt === null ? t('record.notOpened') : t('record.planned', { time: planned })} {t('record.registered', statistics.registered)}
    </>
  )
}

/** Numbers first; what did not happen is not said. */
const FindingSentence = ({ finding, questions, opened }: { finding: Finding; questions: number; opened: boolean }) => {
  const { t, rich } = useText()
  const { total, heard, outcomes, answeredLive } = finding
  const said = (n: number, words: (counted: { n: number }) => string) => (n > 0 ? ` ${words({ n })}` : '')
  return (
    <>
      {total === 0 ? rich('record.nobodyAsked') : rich('record.heard', { heard, total })}
      {said(outcomes.joint, (n) => t('record.joint', n))}
      {said(outcomes['not-reached'], (n) => t('record.unreached', n))}
      {said(outcomes.withdrawn, (n) => t('record.withdrawn', n))}
      {said(outcomes.removed, (n) => t('record.removed', n))}
      {said(outcomes.speaking, (n) => t('record.speaking', n))}
      {said(outcomes.waiting, (n) => t('record.waiting', n))}{' '}
      {questions > 0 ? t('record.answeredLive', { n: answeredLive }) : opened ? t('record.noQuestions') : null}
    </>
  )
}
