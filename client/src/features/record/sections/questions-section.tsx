/** Every question that was received, with what became of it. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { Speak } from '../../../text/messages.ts'
import { useText } from '../../../text/use-text.tsx'
import { Card } from '../../../ui/card.tsx'
import type { Question } from '../figures/record-rows.ts'
import { clockText, useWords, type Words } from '../page/use-record-text.ts'
import { GroupCell, Num, Part, Wide } from './section-parts.tsx'
import tables from './tables.module.css'

export const QuestionsPart = ({ record }: { record: SessionRecord }) => {
  const { t } = useText()
  const { questions } = record
  return (
    <Part id="record-every-question" title={t('record.everyQuestion')}>
      {questions.length === 0 ? (
        <p>{t('record.noQuestions')}</p>
      ) : (
        <Card>
          <Wide label={t('record.everyQuestion')}>
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
                  <Row key={question.id} record={record} question={question} />
                ))}
              </tbody>
            </table>
          </Wide>
        </Card>
      )}
    </Part>
  )
}

const Row = ({ record, question }: { record: SessionRecord; question: Question }) => {
  const { t } = useText()
  const words = useWords(record)
  const { text, original, entity, group, segment, support, answeredBy, answerSeconds } = question
  const part = segment === null ? '' : words.part(segment)
  return (
    <tr>
      <td>{words.question(question)}</td>
      <th scope="row" className={tables.asked}>
        <span dir="auto">{text}</span>
        {original === null || original === text ? null : <small>{t('record.asAsked', { text: original })}</small>}
      </th>
      <td>
        {entity === null ? (
          <span className="muted">{t('record.noAuthor')}</span>
        ) : (
          <>
            <bdi>{entity}</bdi>
            <small>
              <GroupCell group={words.group(group)} words={words} />
            </small>
          </>
        )}
      </td>
      <td>
        <bdi>{part}</bdi>
      </td>
      <td>
        {support.total === 0
          ? 0
          : t('record.supportFrom', { n: support.total, groups: support.groups.length, total: record.groups.length })}
      </td>
      <td>
        {outcome(t, words, record.questions, question)}
        {answeredBy === null ? null : <small>{t('questions.answeredBy', { who: answeredBy })}</small>}
        {answerSeconds === null ? null : (
          <small>
            <Num>{clockText(answerSeconds)}</Num>
          </small>
        )}
      </td>
    </tr>
  )
}

function outcome(t: Speak, words: Words, all: readonly Question[], { status, answer, reason, into }: Question): string {
  const what = status === 'answered' && answer !== null ? t(`questions.answer.${answer}`) : t(`questions.status.${status}`)
  const host = all.find(({ id }) => id === into)
  const more = reason !== null ? t(`questions.decline.${reason}`) : host ? words.question(host) : null
  return more === null ? what : t('record.outcomeWith', { outcome: what, more })
}
