/** The list of speakers as everybody sees it: the same order and causes as for the staff, without actions. */

import type { EntryId } from '@rostrum/shared/contract/ids'
import type { Position } from '@rostrum/shared/contract/queue'
import { findGroup, useGroups } from '../../../session/groups.ts'
import { useView } from '../../../session/hooks.tsx'
import { getGroupName } from '../../../text/group-name.ts'
import { joinNames } from '../../../text/name-list.ts'
import { getPositionCauseText } from '../../../text/position-cause-text.ts'
import { useText } from '../../../text/use-text.tsx'
import { ChannelLabel } from '../../../ui/channel-label.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { SpeakerRow } from '../../../ui/speaker-row.tsx'
import styles from '../queue.module.css'

export const PublicList = () => {
  const { t } = useText()
  const order = useView((view) => view.order)
  const { status } = useView((view) => view.queue)
  return (
    <>
      {order.length === 0 ? (
        <p className={styles.empty}>{t(status.kind === 'closed' ? 'queue.emptyClosed' : 'queue.emptyOpen')}</p>
      ) : (
        <ol aria-label={t('queue.title')}>
          {order.map((position, index) => (
            <PublicRow key={position.entry} id={position.entry} position={position} index={index} />
          ))}
        </ol>
      )}
      <PublicReplies />
    </>
  )
}

/** A separate list, which comes last, or first if the Chair takes it first. */
const PublicReplies = () => {
  const { t } = useText()
  const replies = useView((view) => view.replies)
  if (replies.length === 0) return null
  return (
    <section aria-label={t('me.replies')}>
      <h3 className={styles.empty}>{t('me.replies')}</h3>
      <ol>
        {replies.map((id, index) => (
          <PublicRow key={id} id={id} position={null} index={index} />
        ))}
      </ol>
    </section>
  )
}

type PublicRowProps = { id: EntryId; position: Position | null; index: number }

const PublicRow = ({ id, position, index }: PublicRowProps) => {
  const { t, language } = useText()
  const groups = useGroups()
  const row = useView(({ entries }) => entries[id])
  const { maxOvertakes, next } = useView((view) => view.queue)
  const { entry, reply } = useView(({ myQueue: myEntry }) => myEntry)
  if (!row) return null
  const group = findGroup(groups, row.group)
  const why = position === null ? t('queue.cause.received') : getPositionCauseText(t, position, maxOvertakes)
  return (
    <SpeakerRow
      position={index + 1}
      who={row.entity}
      chips={
        <>
          {id === entry?.id || id === reply?.id ? <Chip tone="accent">{t('me.you')}</Chip> : null}
          {row.onBehalfOf.length === 0 ? null : <small>{t('me.alsoFor', { who: joinNames(language, row.onBehalfOf) })}</small>}
        </>
      }
      mark={group?.mark}
      groupAndCause={<span className={styles.whole}>{group ? t('queue.groupAndWhy', { group: getGroupName(t, group), why }) : why}</span>}
      channel={<ChannelLabel from={row.channel}>{t(`channel.${row.channel}`)}</ChannelLabel>}
      next={id === next}
    />
  )
}
