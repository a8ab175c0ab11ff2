/** For the desk: who was not reached, who is invited to write, and who has sent what. The text is read in the record. */
import { useMemo } from 'react'
import { groupIn, useGroups } from '../../../session/groups.ts'
import { useView } from '../../../session/hooks.tsx'
import { groupName } from '../../../text/group-name.ts'
import { timeOfDay } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { ButtonLink } from '../../../ui/button.tsx'
import { Card, CardHead } from '../../../ui/card.tsx'
import { Channel } from '../../../ui/channel-label.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { GroupMark } from '../../../ui/group-mark.tsx'
import { type Row, rowsOf } from './not-reached.ts'
import styles from './not-reached-card.module.css'

export const NotReachedCard = () => {
  const { t } = useText()
  const unheard = useView((view) => view.unheard)
  const statements = useView((view) => view.statements)
  const rows = useMemo(() => rowsOf(unheard, statements), [unheard, statements])
  const missed = rows.filter((row) => row.unheard)
  const sent = rows.filter((row) => row.sent !== null)
  return (
    <Card aria-labelledby="not-reached">
      <CardHead id="not-reached" title={t('statements.desk.title')}>
        {sent.length > 0 ? (
          <ButtonLink look="quiet" size="small" href="/record">
            {t('statements.desk.read')}
          </ButtonLink>
        ) : null}
      </CardHead>
      <p className={styles.sum}>
        {missed.length === 0 ? t('statements.desk.none') : t('statements.desk.sum', { n: missed.length })}{' '}
        {t('statements.desk.sent', { n: sent.length })}
      </p>
      {rows.length === 0 ? null : (
        <ul className={styles.list}>
          {rows.map((row) => (
            <One key={row.key} row={row} />
          ))}
        </ul>
      )}
    </Card>
  )
}

const One = ({ row: { from, unheard, device, sent } }: { row: Row }) => {
  const { t } = useText()
  const zone = useView(({ session }) => session.timeZone)
  const group = groupIn(useGroups(), from.group)
  return (
    <li className={styles.row}>
      <span>
        <strong>
          <bdi>{from.entity}</bdi>
        </strong>
        <span className={styles.from}>
          {group ? <GroupMark mark={group.mark}>{groupName(t, group)}</GroupMark> : null}
          <Channel from={from.channel}>{t(`channel.${from.channel}`)}</Channel>
          {unheard ? null : <span>{t('statements.desk.heard')}</span>}
        </span>
      </span>
      {sent ? (
        <span className={styles.standing}>
          <Chip tone="good" icon="check">
            {t('statements.desk.sentAt', { time: timeOfDay(sent.filedAt, zone) })}
          </Chip>
          <small>{t('statements.stands', { n: sent.words })}</small>
        </span>
      ) : (
        <span className={styles.standing}>
          <Chip tone={device ? 'plain' : 'warn'}>{t(device ? 'statements.desk.invited' : 'statements.desk.noDevice')}</Chip>
        </span>
      )}
    </li>
  )
}
