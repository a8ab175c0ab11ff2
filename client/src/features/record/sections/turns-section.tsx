/** All turns, in order of their start. */
import { type TurnKind, turnRules } from '@rostrum/shared/contract/kinds'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { formatLanguageName } from '../../../text/language-name.ts'
import { joinCounts, joinNames } from '../../../text/name-list.ts'
import { useText } from '../../../text/use-text.tsx'
import { Card } from '../../../ui/card.tsx'
import { Name } from '../../../ui/written.tsx'
import { type RecordTurn, sumBy } from '../figures/record-rows.ts'
import { formatSeconds, useRecordText } from '../page/use-record-text.ts'
import { Figure, GroupLabel, RecordSection, WideTable } from './section-parts.tsx'
import tables from './tables.module.css'

/** In the order of the table of kinds. */
const turnKinds = Object.keys(turnRules) as readonly TurnKind[]

export const TurnsSection = ({ record }: { record: SessionRecord }) => {
  const { t, language } = useText()
  const turns = [...record.turns].sort((a, b) => a.startedAt.localeCompare(b.startedAt))
  const counted = turnKinds.flatMap((kind) => {
    const n = turns.filter((turn) => turn.kind === kind).length
    return n === 0 ? [] : [t('record.counted', { what: t(`record.kind.${kind}`), n })]
  })
  return (
    <RecordSection id="record-turns" title={t('record.turns')}>
      {turns.length === 0 ? (
        <p>{t('record.nobodySpoke')}</p>
      ) : (
        <>
          <p>{t('record.turnsCounted', { n: turns.length, list: joinCounts(language, counted) })}</p>
          <Card>
            <WideTable label={t('record.turns')}>
              <TurnsTable record={record} turns={turns} />
            </WideTable>
          </Card>
        </>
      )}
    </RecordSection>
  )
}

const TurnsTable = ({ record, turns }: { record: SessionRecord; turns: readonly RecordTurn[] }) => {
  const { t, language } = useText()
  const labels = useRecordText(record)
  const hasLanguages = turns.some((turn) => turn.language !== undefined)
  /** An answer to a question without an assignee is named by its question. */
  const getAnswerName = (id: string | null) => {
    const question = record.questions.find((one) => one.id === id)
    return question ? labels.formatQuestion(question) : t('record.kind.answer')
  }
  return (
    <table className={tables.rows}>
      <thead>
        <tr>
          <th scope="col">{t('record.began')}</th>
          <th scope="col">{t('record.organization')}</th>
          <th scope="col">{t('record.group')}</th>
          <th scope="col">{t('record.where')}</th>
          {hasLanguages ? <th scope="col">{t('turnLanguage.column')}</th> : null}
          <th scope="col">{t('record.part')}</th>
          <th scope="col">{t('record.what')}</th>
          <th scope="col">{t('record.limit')}</th>
          <th scope="col">{t('record.spoke')}</th>
          <th scope="col">{t('record.over')}</th>
        </tr>
      </thead>
      <tbody>
        {turns.map(
          ({
            id,
            startedAt,
            entity,
            onBehalfOf,
            group,
            channel,
            language: spoken,
            segment,
            question,
            kind,
            limitSeconds,
            usedSeconds,
            overSeconds,
          }) => (
            <tr key={id}>
              <td>
                <Figure>{labels.formatExactTime(startedAt)}</Figure>
              </td>
              <th scope="row">
                <Name>{entity ?? getAnswerName(question)}</Name>
                {onBehalfOf.length === 0 ? null : <small>{t('queue.behalf', { names: joinNames(language, onBehalfOf) })}</small>}
              </th>
              <td>{entity === null ? '' : <GroupLabel group={labels.findGroup(group)} words={labels} />}</td>
              <td>{channel === null ? '' : t(`channel.${channel}`)}</td>
              {hasLanguages ? <td>{spoken === undefined ? '' : formatLanguageName(language.id, spoken)}</td> : null}
              <td>
                <Name>{labels.formatSegmentId(segment)}</Name>
              </td>
              <td>{t(`record.kind.${kind}`)}</td>
              <td>
                <Figure>{formatSeconds(limitSeconds)}</Figure>
              </td>
              <td>
                <Figure>{formatSeconds(usedSeconds)}</Figure>
              </td>
              <td>{overSeconds === 0 ? '' : <Figure>+{formatSeconds(overSeconds)}</Figure>}</td>
            </tr>
          ),
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={hasLanguages ? 8 : 7}>
            {t('record.total')}
          </th>
          <td>
            <Figure>{formatSeconds(sumBy(turns, ({ usedSeconds }) => usedSeconds))}</Figure>
          </td>
          <td>
            <Figure>{formatSeconds(sumBy(turns, ({ overSeconds }) => overSeconds))}</Figure>
          </td>
        </tr>
      </tfoot>
    </table>
  )
}
