/** All questions received, each with its outcome. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { Translate } from '../../../text/messages.ts'
import { useText } from '../../../text/use-text.tsx'
import { Card } from '../../../ui/card.tsx'
import { Name, Written } from '../../../ui/written.tsx'
import type { RecordQuestion } from '../figures/record-rows.ts'
import { formatSeconds, type RecordText, useRecordText } from '../page/use-record-text.ts'
import { Figure, GroupLabel, RecordSection, WideTable } from './section-parts.tsx'
import tables from './tables.module.css'

export const QuestionsSection = ({ record }: { record: SessionRecord }) => {
  const { t } = useText()
  const { questions } = record
  return (
    <RecordSection id="record-every-question" title={t('record.everyQuestion')}>
      {questions.length === 0 ? (
        <p>{t('record.noQuestions')}</p>
      ) : (
        <Card>
          <WideTable label={t('record.everyQuestion')}>
            <table className={tables.rows}>
              <thead>
                <tr>
                  <th scope="col">{t('record.number')}</th>
                  <th scope="col" className={tables.broad}>
                    {t('record.question')}
                  </th>
                  <th scope="col">{t('record.from')}</th>
                  <th scope="col">{t('record.part')}</th>
                  <th scope="col">{t('record.support')}</th>
                  <th scope="col">{t('record.outcome')}</th>
                </tr>
              </thead>
              <tbody>
                {questions.map((question) => (
                  <QuestionTableRow key={question.id} record={record} question={question} />
                ))}
              </tbody>
            </table>
          </WideTable>
        </Card>
      )}
    </RecordSection>
  )
}

const QuestionTableRow = ({ record, question }: { record: SessionRecord; question: RecordQuestion }) => {
  const { t } = useText()
  const labels = useRecordText(record)
  const { text, original, entity, group, segment, support, answeredBy, answerSeconds } = question
  const part = segment === null ? '' : labels.formatSegmentId(segment)
  return (
    <tr>
      <td>{labels.formatQuestion(question)}</td>
      <th scope="row" className={tables.asked}>
        <Written as="span">{text}</Written>
        {original === null || original === text ? null : <small>{t('record.asAsked', { text: original })}</small>}
      </th>
      <td>
        {entity === null ? (
          <span className="muted">{t('record.noAuthor')}</span>
        ) : (
          <>
            <Name>{entity}</Name>
            <small>
              <GroupLabel group={labels.findGroup(group)} words={labels} />
            </small>
          </>
        )}
      </td>
      <td>
        <Name>{part}</Name>
      </td>
      <td>
        {!support.total
          ? (support.total ?? '–')
          : t('record.supportFrom', { n: support.total, groups: support.groups.length, total: record.groups.length })}
      </td>
      <td>
        {formatQuestionOutcome(t, labels, record.questions, question)}
        {answeredBy === null ? null : <small>{t('questions.answeredBy', { who: answeredBy })}</small>}
        {answerSeconds === null ? null : (
          <small>
            <Figure>{formatSeconds(answerSeconds)}</Figure>
          </small>
        )}
      </td>
    </tr>
  )
}

function formatQuestionOutcome(
  t: Translate,
  labels: RecordText,
  all: readonly RecordQuestion[],
  { status, answer, reason, into: mergedInto }: RecordQuestion,
): string {
  const what = status === 'answered' && answer !== null ? t(`questions.answer.${answer}`) : t(`questions.status.${status}`)
  const host = all.find(({ id }) => id === mergedInto)
  const more = reason !== null ? t(`questions.decline.${reason}`) : host ? labels.formatQuestion(host) : null
  return more === null ? what : t('record.outcomeWith', { outcome: what, more })
}
