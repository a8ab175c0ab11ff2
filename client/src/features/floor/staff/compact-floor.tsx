/** The floor in one row above the secretariat's workplaces, with the name of the next speaker. */
import { isLastWordGiven } from '@rostrum/shared/contract/last-word'
import type { ReactNode } from 'react'
import { findGroup, useGroups } from '../../../session/groups.ts'
import { useView } from '../../../session/hooks.tsx'
import { getGroupName } from '../../../text/group-name.ts'
import { formatEntity } from '../../../text/labels.ts'
import { useText } from '../../../text/use-text.tsx'
import { Floor } from '../../../ui/floor.tsx'
import { rowFloor } from '../../../ui/floor-layouts.ts'
import { GroupMark } from '../../../ui/group-mark.tsx'
import { Name } from '../../../ui/written.tsx'
import { useFloorProps } from '../../../widgets/turn-text.tsx'
import styles from './compact-floor.module.css'

type CompactFloorProps = {
  lateness?: ReactNode
  /** Content at the end of the row. */
  action?: ReactNode
}

export const CompactFloor = ({ lateness, action }: CompactFloorProps) => {
  const { t } = useText()
  const floor = useFloorProps()
  const current = useView(({ floor }) => floor.current)
  const group = findGroup(useGroups(), current?.speaker?.group)
  // A point of order comes before everybody who waits.
  const next = useView(({ queue, entries, pointsOfOrder }) => {
    const entry = pointsOfOrder?.[0] ?? (isLastWordGiven(queue.status) ? null : queue.next)
    return entry === null ? undefined : entries[entry]
  })
  const names = [floor.who, next && formatEntity(t, next)].map((name) => (typeof name === 'string' ? name : ''))
  return (
    <Floor
      {...floor}
      layout={rowFloor}
      label={t('floor.now')}
      sizedBy={names.reduce((longest, name) => (name.length > longest.length ? name : longest))}
      whoIs={floor.whoIs === 'sentence' ? 'sentence' : 'name'}
      sub={group ? <GroupMark mark={group.mark}>{getGroupName(t, group)}</GroupMark> : undefined}
    >
      {next === undefined ? null : (
        <p className={styles.then}>
          <span>{t(current === null ? 'floor.next' : 'floor.then')}</span> <Name>{formatEntity(t, next)}</Name>
        </p>
      )}
      {lateness === undefined && action === undefined ? null : (
        <div className={styles.end}>
          {lateness === undefined ? null : <p className={styles.behind}>{lateness}</p>}
          {action}
        </div>
      )}
    </Floor>
  )
}
