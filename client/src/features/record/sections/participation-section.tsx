/** Participation by group and by channel, the waiting times, and the order and limits that applied. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { isolate } from '../../../text/isolation.ts'
import { joinNames } from '../../../text/name-list.ts'
import { useText } from '../../../text/use-text.tsx'
import { Card } from '../../../ui/card.tsx'
import { ChannelLabel } from '../../../ui/channel-label.tsx'
import type { RecordGroup } from '../figures/record-rows.ts'
import { computeChannelShares, computeGroupShares, countLimitsGiven, findExtremes } from '../figures/shares.ts'
import { formatMinutes, formatSeconds, useRecordText } from '../page/use-record-text.ts'
import { AttendanceCard } from './attendance-card.tsx'
import { formatDecision } from './decision-text.ts'
import { LanguagesCard } from './languages-card.tsx'
import styles from './section-parts.module.css'
import { GroupLabel, RecordSection } from './section-parts.tsx'
import { SharesChart, useSharesSentence } from './shares-chart.tsx'
import { SharesTable } from './shares-table.tsx'

export const ParticipationSection = ({ record }: { record: SessionRecord }) => {
  const { t } = useText()
  return (
    <RecordSection id="record-heard" title={t('record.whoHeard')}>
      <div className={styles.two}>
        <GroupShares record={record} />
        <ChannelShares record={record} />
      </div>
      <LanguagesCard record={record} />
      <AttendanceCard record={record} />
    </RecordSection>
  )
}

const GroupShares = ({ record }: { record: SessionRecord }) => {
  const { t } = useText()
  const labels = useRecordText(record)
  const shares = computeGroupShares(record)
  const getGroupName = (group: RecordGroup | null) => (group === null ? t('record.withoutGroup') : labels.formatGroupName(group))
  const sentence = useSharesSentence(shares, findExtremes(shares), getGroupName)
  return (
    <Card className={styles.figure} aria-labelledby="record-by-group">
      <h3 id="record-by-group">{t('record.byGroup')}</h3>
      <p>{sentence}</p>
      <SharesChart
        shares={shares}
        sentence={sentence}
        markOf={(group) => group?.mark}
        name={(group) => <GroupLabel group={group} words={labels} />}
      />
      <SharesTable
        shares={shares}
        label={t('record.byGroup')}
        head={t('record.group')}
        name={(group) => <GroupLabel group={group} words={labels} />}
      />
    </Card>
  )
}

const ChannelShares = ({ record }: { record: SessionRecord }) => {
  const { t } = useText()
  const shares = computeChannelShares(record)
  const name = (channel: 'room' | 'remote') => t(`channel.${channel}`)
  const sentence = useSharesSentence(shares, findExtremes(shares), name)
  return (
    <Card className={styles.figure} aria-labelledby="record-by-channel">
      <h3 id="record-by-channel">{t('record.byChannel')}</h3>
      <p>{sentence}</p>
      <SharesChart
        short
        shares={shares}
        sentence={sentence}
        name={(channel) => <ChannelLabel from={channel}>{name(channel)}</ChannelLabel>}
      />
      <WaitsText record={record} />
      <OrderAndLimits record={record} />
      <SharesTable shares={shares} label={t('record.byChannel')} head={t('record.where')} name={name} />
    </Card>
  )
}

const WaitsText = ({ record: { statistics } }: { record: SessionRecord }) => {
  const { t, rich } = useText()
  const { waits } = statistics
  if (waits === null) return <p>{t('record.noWaits')}</p>
  return <p>{rich('record.waits', { median: formatMinutes(t, waits.median), longest: formatMinutes(t, waits.longest) })}</p>
}

/** The limits that applied, and each change of order or limit. */
const OrderAndLimits = ({ record }: { record: SessionRecord }) => {
  const { t, language } = useText()
  const labels = useRecordText(record)
  const limits = countLimitsGiven(record).map(({ seconds, turns }) => t('record.limitGiven', { limit: formatSeconds(seconds), n: turns }))
  const changes = record.decisions.filter(({ what }) => what === 'order' || what === 'limit')
  return (
    <div className={styles.rules}>
      {limits.length === 0 ? null : (
        <p>
          {t('record.limits', {
            list: joinNames(
              language,
              limits.map((limit) => isolate(limit, language.direction)),
            ),
          })}
        </p>
      )}
      {changes.length === 0 ? (
        <p>{t('record.asPlanned')}</p>
      ) : (
        <ul>
          {changes.map((decision, index) => (
            <li key={`${decision.at} ${String(index)}`}>{formatDecision(t, record.groups, decision, labels.formatTime(decision.at))}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
