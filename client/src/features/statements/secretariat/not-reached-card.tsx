/** People who were not reached, for the staff: who is invited to write, and who has filed a statement. The texts are in the record. */

import { useMemo, useState } from 'react'
import { findGroup, useGroups } from '../../../session/groups.ts'
import { useView } from '../../../session/hooks.tsx'
import { getRecordUrl } from '../../../session/record-url.ts'
import { getGroupName } from '../../../text/group-name.ts'
import { Sentences } from '../../../text/sentences.tsx'
import { formatTime } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Card, CardHead } from '../../../ui/card.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { GroupMark } from '../../../ui/group-mark.tsx'
import { Name } from '../../../ui/written.tsx'
import { ChannelLabel } from '../../../widgets/channel-label.tsx'
import { useDuty } from '../../../widgets/officers.ts'
import { ToConfirmChip } from '../../../widgets/to-confirm.tsx'
import { EnterStatementDialog } from './enter-statement-dialog.tsx'
import { listNotReachedPeople, type NotReachedPersonRow } from './not-reached.ts'
import styles from './not-reached-card.module.css'

export const NotReachedCard = ({ className }: { className?: string | undefined }) => {
  const { t } = useText()
  const role = useView(({ me }) => me.role)
  const notReached = useView((view) => view.notReached)
  const statements = useView((view) => view.statements)
  const rows = useMemo(() => listNotReachedPeople(notReached, statements), [notReached, statements])
  const missed = rows.filter((row) => row.askedAt !== null)
  const absent = missed.filter(({ wasAbsent }) => wasAbsent)
  const sent = rows.filter((row) => row.statement !== null)
  return (
    <Card className={classNames(styles.card, className)} aria-labelledby="not-reached">
      <CardHead id="not-reached" title={t('statements.secretariat.title')}>
        {sent.length > 0 ? (
          <ButtonLink look="quiet" size="small" href={getRecordUrl(role)}>
            {t('statements.secretariat.read')}
          </ButtonLink>
        ) : null}
      </CardHead>
      <p className={styles.sum}>
        <Sentences>
          {missed.length === 0 ? t('statements.secretariat.none') : t('statements.secretariat.sum', { n: missed.length })}
          {absent.length === 0 ? null : t('close.absent', { n: absent.length })}
          {t('statements.secretariat.sent', { n: sent.length })}
        </Sentences>
      </p>
      {rows.length === 0 ? null : (
        <ol className={styles.rows} data-scroller>
          {rows.map((row) => (
            <NotReachedPerson key={row.key} row={row} />
          ))}
        </ol>
      )}
    </Card>
  )
}

const NotReachedPerson = ({ row }: { row: NotReachedPersonRow }) => {
  const { t } = useText()
  const zone = useView(({ session }) => session.timeZone)
  const group = findGroup(useGroups(), row.from.group)
  const { from, askedAt } = row
  return (
    <li className={styles.row} data-row>
      <span>
        <strong>
          <Name>{from.entity}</Name>
        </strong>
        <span className={styles.from}>
          {group ? <GroupMark mark={group.mark}>{getGroupName(t, group)}</GroupMark> : null}
          <ChannelLabel from={from.channel} />
          <ToConfirmChip of={from} />
          <span>{askedAt === null ? t('statements.secretariat.heard') : t('queue.askedAt', { time: formatTime(askedAt, zone) })}</span>
        </span>
      </span>
      <span className={styles.standing}>
        <StatementStatus row={row} />
        <HandedIn row={row} />
      </span>
    </li>
  )
}

const StatementStatus = ({ row: { hasDevice: device, statement: sent } }: { row: NotReachedPersonRow }) => {
  const { t } = useText()
  const zone = useView(({ session }) => session.timeZone)
  if (sent === null)
    return <Chip tone={device ? 'plain' : 'warn'}>{t(device ? 'statements.secretariat.invited' : 'statements.secretariat.noDevice')}</Chip>
  const time = formatTime(sent.filedAt, zone)
  return (
    <>
      <Chip tone="good" icon="check">
        {sent.entered ? t('statements.secretariat.entered', { time }) : t('statements.secretariat.sentAt', { time })}
      </Chip>
      <small>{t('statements.stands', { n: sent.words })}</small>
    </>
  )
}

/** The secretariat enters what was handed in, and changes only what it has entered itself. */
const HandedIn = ({ row }: { row: NotReachedPersonRow }) => {
  const { t } = useText()
  const isAllowed = useDuty('notes')
  const [isOpen, setOpen] = useState(false)
  if (!isAllowed || row.statement?.entered === false) return null
  return (
    <>
      <Button look="quiet" icon="paper" onClick={() => setOpen(true)}>
        {t(row.statement === null ? 'statements.secretariat.enter' : 'statements.secretariat.replace')}
      </Button>
      {isOpen ? <EnterStatementDialog row={row} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
