/** The floor in one row above the secretariat's workplaces, with the name of the next speaker. */
import { isLastWordGiven } from '@rostrum/shared/contract/last-word'
import type { ReactNode } from 'react'
import { findGroup, useGroups } from '../../../session/groups.ts'
import { useView } from '../../../session/hooks.tsx'
import { getGroupName } from '../../../text/group-name.ts'
import { useText } from '../../../text/use-text.tsx'
import { FloorCompact } from '../../../ui/floor-compact.tsx'
import { GroupMark } from '../../../ui/group-mark.tsx'
import { Name } from '../../../ui/written.tsx'
import { useFloorProps } from '../../../widgets/turn-text.tsx'

/** A name with more characters is set smaller. */
const longName = 50

type CompactFloorProps = {
  lateness?: ReactNode
  /** Content at the end of the row. */
  action?: ReactNode
}

export const CompactFloor = ({ lateness, action }: CompactFloorProps) => {
  const { t } = useText()
  const { phase, phaseText: word, who, clock } = useFloorProps()
  const current = useView(({ floor }) => floor.current)
  const group = findGroup(useGroups(), current?.speaker?.group)
  const next = useView(({ queue, entries }) => (queue.next && !isLastWordGiven(queue.status) ? entries[queue.next]?.entity : undefined))
  return (
    <FloorCompact
      label={t('floor.now')}
      phase={phase}
      phaseText={word}
      who={phase === 'empty' ? who : <Name>{who}</Name>}
      sub={group ? <GroupMark mark={group.mark}>{getGroupName(t, group)}</GroupMark> : undefined}
      clock={clock}
      next={next === undefined ? undefined : { text: t(current === null ? 'floor.next' : 'floor.then'), who: <Name>{next}</Name> }}
      isLong={[who, next].some((name) => typeof name === 'string' && name.length > longName)}
      lateness={lateness}
      action={action}
    />
  )
}
