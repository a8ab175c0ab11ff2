/** The floor in one line above the desk's workplaces, with the name of whoever comes next. */
import type { ReactNode } from 'react'
import { groupIn, useGroups } from '../../../session/groups.ts'
import { useView } from '../../../session/hooks.tsx'
import { groupName } from '../../../text/group-name.ts'
import { useText } from '../../../text/use-text.tsx'
import { FloorSlim } from '../../../ui/floor-compact.tsx'
import { GroupMark } from '../../../ui/group-mark.tsx'
import { useFloorWords } from '../../../widgets/turn-text.tsx'

type SlimFloorProps = {
  /** How late the session is, in words. */
  behind?: ReactNode
  /** At the end of the line. */
  action?: ReactNode
}

export const SlimFloor = ({ behind, action }: SlimFloorProps) => {
  const { t } = useText()
  const { phase, word, who, clock } = useFloorWords()
  const current = useView(({ floor }) => floor.current)
  const group = groupIn(useGroups(), current?.speaker?.group)
  const next = useView(({ line, entries }) => (line[0] ? entries[line[0].entry]?.entity : undefined))
  return (
    <FloorSlim
      label={t('floor.now')}
      phase={phase}
      word={word}
      who={<bdi>{who}</bdi>}
      sub={group ? <GroupMark mark={group.mark}>{groupName(t, group)}</GroupMark> : undefined}
      clock={clock}
      then={next === undefined ? undefined : { word: t(current === null ? 'floor.next' : 'floor.then'), who: <bdi>{next}</bdi> }}
      behind={behind}
      action={action}
    />
  )
}
