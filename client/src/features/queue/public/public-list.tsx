/** The floor list as everybody sees it: the same order and the same reasons, nothing to press. */

import type { EntryId } from '@rostrum/shared/contract/ids'
import type { Place } from '@rostrum/shared/contract/queue'
import { groupIn, useGroups } from '../../../session/groups.ts'
import { useView } from '../../../session/hooks.tsx'
import { groupName } from '../../../text/group-name.ts'
import { namesText } from '../../../text/name-list.ts'
import { reasonWords } from '../../../text/position-cause-text.ts'
import { useText } from '../../../text/use-text.tsx'
import { Channel } from '../../../ui/channel-label.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { ListRow } from '../../../ui/speaker-row.tsx'
import styles from '../queue.module.css'

export const PublicList = () => {
  const { t } = useText()
  const line = useView((view) => view.line)
  const { standing } = useView((view) => view.list)
  return (
    <>
      {line.length === 0 ? (
        <p className={styles.empty}>{t(standing.kind === 'closed' ? 'queue.emptyClosed' : 'queue.emptyOpen')}</p>
      ) : (
        <ol aria-label={t('queue.title')}>
          {line.map((place, index) => (
            <PublicRow key={place.entry} id={place.entry} place={place} index={index} />
          ))}
        </ol>
      )}
      <Replies />
    </>
  )
}

/** A list of its own, which comes last, or first where the Chair takes it first. */
const Replies = () => {
  const { t } = useText()
  const replies = useView((view) => view.replies)
  if (replies.length === 0) return null
  return (
    <section aria-label={t('me.replies')}>
      <h3 className={styles.empty}>{t('me.replies')}</h3>
      <ol>
        {replies.map((id, index) => (
          <PublicRow key={id} id={id} place={null} index={index} />
        ))}
      </ol>
    </section>
  )
}

type RowProps = { id: EntryId; place: Place | null; index: number }

const PublicRow = ({ id, place, index }: RowProps) => {
  const { t, language } = useText()
  const groups = useGroups()
  const row = useView(({ entries }) => entries[id])
  const { overtakes, next } = useView((view) => view.list)
  const { entry, reply } = useView(({ myEntry }) => myEntry)
  if (!row) return null
  const group = groupIn(groups, row.group)
  const why = place === null ? t('queue.why.received') : reasonWords(t, place, overtakes)
  return (
    <ListRow
      place={index + 1}
      who={row.entity}
      states={
        <>
          {id === entry?.id || id === reply?.id ? <Chip tone="accent">{t('me.you')}</Chip> : null}
          {row.behalf.length === 0 ? null : <small>{t('me.alsoFor', { who: namesText(language, row.behalf) })}</small>}
        </>
      }
      mark={group?.mark}
      why={<span className={styles.whole}>{group ? t('queue.groupAndWhy', { group: groupName(t, group), why }) : why}</span>}
      from={<Channel from={row.channel}>{t(`channel.${row.channel}`)}</Channel>}
      next={id === next}
    />
  )
}
