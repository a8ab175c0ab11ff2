/** The list of speakers as everybody sees it: the same order and causes as for the staff, without actions. */

import type { EntryId } from '@rostrum/shared/contract/ids'
import { findGroup, useGroups } from '../../../session/groups.ts'
import { useView } from '../../../session/hooks.tsx'
import { getGroupName } from '../../../text/group-name.ts'
import { joinNames } from '../../../text/name-list.ts'
import { getPositionCauseText } from '../../../text/position-cause-text.ts'
import { useText } from '../../../text/use-text.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { SpeakerRow } from '../../../ui/speaker-row.tsx'
import { ChannelLabel } from '../../../widgets/channel-label.tsx'
import { useRankedOrder } from '../../../widgets/ranked-order.ts'
import { RowLanguage } from '../../../widgets/row-language.tsx'
import { ToConfirmChip } from '../../../widgets/to-confirm.tsx'
import styles from './public-list.module.css'

export const PublicList = () => {
  const { t } = useText()
  const order = useRankedOrder()
  const { status, maxOvertakes } = useView((view) => view.queue)
  return (
    <>
      {order.length === 0 ? (
        <p className={styles.empty}>{t(status.kind === 'closed' ? 'queue.emptyClosed' : 'queue.emptyOpen')}</p>
      ) : (
        <ol aria-label={t('queue.title')}>
          {order.map(({ entry }, index) => (
            <PublicRow key={entry} id={entry} why={getPositionCauseText(t, order, index, maxOvertakes)} index={index} />
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
          <PublicRow key={id} id={id} why={t('queue.cause.received')} index={index} />
        ))}
      </ol>
    </section>
  )
}

type PublicRowProps = { id: EntryId; why: string; index: number }

const PublicRow = ({ id, why, index }: PublicRowProps) => {
  const { t, language } = useText()
  const groups = useGroups()
  const row = useView(({ entries }) => entries[id])
  const next = useView(({ queue }) => queue.next)
  const { entry, reply } = useView(({ myQueue: myEntry }) => myEntry)
  if (!row) return null
  const group = findGroup(groups, row.group)
  return (
    <SpeakerRow
      position={index + 1}
      who={row.entity}
      chips={
        <>
          {id === entry?.id || id === reply?.id ? <Chip tone="accent">{t('me.you')}</Chip> : null}
          <ToConfirmChip of={row} />
        </>
      }
      more={row.onBehalfOf.length === 0 ? null : <p className="quiet">{t('me.alsoFor', { who: joinNames(language, row.onBehalfOf) })}</p>}
      mark={group?.mark}
      groupAndCause={<span>{group ? t('queue.groupAndWhy', { group: getGroupName(t, group), why }) : why}</span>}
      channel={<ChannelLabel from={row.channel} />}
      language={<RowLanguage tag={row.language} />}
      next={id === next}
    />
  )
}
