/** Every turn at the floor, in the order in which it began. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { namesText } from '../../../text/name-list.ts'
import { useText } from '../../../text/use-text.tsx'
import { Card } from '../../../ui/card.tsx'
import { sum, type Turn } from '../figures/record-rows.ts'
import { clockText, countsText, useWords } from '../page/use-record-text.ts'
import { GroupCell, Num, Part, Wide } from './section-parts.tsx'
import tables from './tables.module.css'

const kinds = ['intervention', 'right-of-reply', 'point-of-order', 'answer'] as const

export const TurnsPart = ({ record }: { record: SessionRecord }) => {
  const { t, language } = useText()
  const turns = [...record.turns].sort((a, b) => a.startedAt.localeCompare(b.startedAt))
  const counted = kinds.flatMap((kind) => {
    const n = turns.filter((turn) => turn.kind === kind).length
    return n === 0 ? [] : [t('record.counted', { what: t(`record.kind.${kind}`), n })]
  })
  return (
    <Part id="record-turns" title={t('record.turns')}>
      {turns.length === 0 ? (
        <p>{t('record.nobodySpoke')}</p>
      ) : (
        <>
          <p>{t('record.turnsCounted', { n: turns.length, list: countsText(language.id, counted) })}</p>
          <Card>
            <Wide label={t('record.turns')}>
              <TurnsTable record={record} turns={turns} />
            </Wide>
          </Card>
        </>
      )}
    </Part>
  )
}

const TurnsTable = ({ record, turns }: { record: SessionRecord; turns: readonly Turn[] }) => {
  const { t, language } = useText()
  const words = useWords(record)
  /** An answer that nobody was asked to give is known by its question. */
  const answerTo = (id: string | null) => {
    const question = record.questions.find((one) => one.id === id)
    return question ? words.question(question) : t('record.kind.answer')
  }
  return (
    <table className={tables.rows}>
      <thead>
        <tr>
          <th scope="col">{t('record.began')}</th>
          <th scope="col">{t('record.organization')}</th>
          <th scope="col">{t('record.group')}</th>
          <th scope="col">{t('record.where')}</th>
          <th scope="col">{t('record.part')}</th>
          <th scope="col">{t('record.what')}</th>
          <th scope="col">{t('record.limit')}</th>
          <th scope="col">{t('record.spoke')}</th>
          <th scope="col">{t('record.over')}</th>
        </tr>
      </thead>
      <tbody>
        {turns.map(({ id, startedAt, entity, behalf, group, channel, segment, question, kind, limitSeconds, usedSeconds, overSeconds }) => (
          <tr key={id}>
            <td>
              <Num>{words.exact(startedAt)}</Num>
            </td>
            <th scope="row">
              <bdi>{entity ?? answerTo(question)}</bdi>
              {behalf.length === 0 ? null : <small>{t('queue.behalf', { names: namesText(language, behalf) })}</small>}
            </th>
            <td>{entity === null ? '' : <GroupCell group={words.group(group)} words={words} />}</td>
            <td>{channel === null ? '' : t(`channel.${channel}`)}</td>
            <td>
              <bdi>{words.part(segment)}</bdi>
            </td>
            <td>{t(`record.kind.${kind}`)}</td>
            <td>
              <Num>{clockText(limitSeconds)}</Num>
            </td>
            <td>
              <Num>{clockText(usedSeconds)}</Num>
            </td>
            <td>{overSeconds === 0 ? '' : <Num>+{clockText(overSeconds)}</Num>}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={7}>
            {t('record.total')}
          </th>
          <td>
            <Num>{clockText(sum(turns, ({ usedSeconds }) => usedSeconds))}</Num>
          </td>
          <td>
            <Num>{clockText(sum(turns, ({ overSeconds }) => overSeconds))}</Num>
          </td>
        </tr>
      </tfoot>
    </table>
  )
}
