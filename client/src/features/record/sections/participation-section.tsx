/** Who was heard: by group, by room and remote, how long they waited, and under which order and limits. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { isolate } from '../../../text/isolation.ts'
import { namesText } from '../../../text/name-list.ts'
import { useText } from '../../../text/use-text.tsx'
import { Card } from '../../../ui/card.tsx'
import { Channel } from '../../../ui/channel-label.tsx'
import type { Group } from '../figures/record-rows.ts'
import { channelShares, extremes, groupShares, limitsGiven } from '../figures/shares.ts'
import { clockText, lengthWords, useWords } from '../page/use-record-text.ts'
import { decisionWords } from './decision-text.ts'
import styles from './section-parts.module.css'
import { GroupCell, Part } from './section-parts.tsx'
import { SharesChart, useSharesSentence } from './shares-chart.tsx'
import { SharesTable } from './shares-table.tsx'

export const HeardPart = ({ record }: { record: SessionRecord }) => {
  const { t } = useText()
  return (
    <Part id="record-heard" title={t('record.whoHeard')}>
      <div className={styles.two}>
        <ByGroup record={record} />
        <ByChannel record={record} />
      </div>
    </Part>
  )
}

const ByGroup = ({ record }: { record: SessionRecord }) => {
  const { t } = useText()
  const words = useWords(record)
  const shares = groupShares(record)
  const who = (group: Group | null) => (group === null ? t('record.withoutGroup') : words.groupName(group))
  const sentence = useSharesSentence(shares, extremes(shares), who)
  return (
    <Card className={styles.figure} aria-labelledby="record-by-group">
      <h3 id="record-by-group">{t('record.byGroup')}</h3>
      <p>{sentence}</p>
      <SharesChart
        shares={shares}
        sentence={sentence}
        markOf={(group) => group?.mark}
        name={(group) => <GroupCell group={group} words={words} />}
      />
      <SharesTable
        shares={shares}
        label={t('record.byGroup')}
        head={t('record.group')}
        name={(group) => <GroupCell group={group} words={words} />}
      />
    </Card>
  )
}

const ByChannel = ({ record }: { record: SessionRecord }) => {
  const { t } = useText()
  const shares = channelShares(record)
  const name = (channel: 'room' | 'remote') => t(`channel.${channel}`)
  const sentence = useSharesSentence(shares, extremes(shares), name)
  return (
    <Card className={styles.figure} aria-labelledby="record-by-channel">
      <h3 id="record-by-channel">{t('record.byChannel')}</h3>
      <p>{sentence}</p>
      <SharesChart short shares={shares} sentence={sentence} name={(channel) => <Channel from={channel}>{name(channel)}</Channel>} />
      <Waits record={record} />
      <Rules record={record} />
      <SharesTable shares={shares} label={t('record.byChannel')} head={t('record.where')} name={name} />
    </Card>
  )
}

const Waits = ({ record: { statistics } }: { record: SessionRecord }) => {
  const { t, rich } = useText()
  const { waits } = statistics
  if (waits === null) return <p>{t('record.noWaits')}</p>
  return <p>{rich('record.waits', { median: lengthWords(t, waits.median), longest: lengthWords(t, waits.longest) })}</p>
}

/** The times that were given, and each change of order or limit. */
const Rules = ({ record }: { record: SessionRecord }) => {
  const { t, language } = useText()
  const words = useWords(record)
  const limits = limitsGiven(record).map(({ seconds, turns }) => t('record.limitGiven', { limit: clockText(seconds), n: turns }))
  const changes = record.decisions.filter(({ what }) => what === 'order' || what === 'limit')
  return (
    <div className={styles.rules}>
      {limits.length === 0 ? null : (
        <p>
          {t('record.limits', {
            list: namesText(
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
            <li key={`${decision.at} ${String(index)}`}>{decisionWords(t, record.groups, decision, words.time(decision.at))}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
