/** The floor list as everybody sees it: the same order and the same reasons, nothing to press. */
import { groupIn, useGroups } from '../../session/groups.ts'
import { useView } from '../../session/hooks.tsx'
import { groupName } from '../../text/group-name.ts'
import { reasonWords } from '../../text/reason.ts'
import { useText } from '../../text/use-text.tsx'
import { Channel } from '../../ui/channel.tsx'
import { Chip } from '../../ui/chip.tsx'
import { ListRow } from '../../ui/list-row.tsx'
import styles from './queue.module.css'

export const PublicList = () => {
  const { t } = useText()
  const groups = useGroups()
  const line = useView((view) => view.line)
  const entries = useView((view) => view.entries)
  const { overtakes, standing } = useView((view) => view.list)
  const mine = useView(({ myEntry }) => myEntry.entry?.id)
  if (line.length === 0) return <p className={styles.empty}>{t(standing.kind === 'closed' ? 'queue.emptyClosed' : 'queue.emptyOpen')}</p>
  return (
    <ol aria-label={t('queue.title')}>
      {line.map((place, index) => {
        const row = entries[place.entry]
        if (!row) return null
        const group = groupIn(groups, row.group)
        const why = reasonWords(t, place, overtakes)
        return (
          <ListRow
            key={place.entry}
            place={index + 1}
            who={row.entity}
            states={place.entry === mine ? <Chip tone="accent">{t('me.you')}</Chip> : undefined}
            mark={group?.mark}
            why={<span className={styles.whole}>{group ? t('queue.groupAndWhy', { group: groupName(t, group), why }) : why}</span>}
            from={<Channel from={row.channel}>{t(`channel.${row.channel}`)}</Channel>}
            next={index === 0}
          />
        )
      })}
    </ol>
  )
}
