/** The turns of the session: past ones and those on the floor now. */
import { useMemo } from 'react'
import { useView } from '../../../session/hooks.tsx'
import { listFloorTurns, listPastTurns, type NoteTurn } from '../turns.ts'

export const useNoteTurns = (): { readonly turns: readonly NoteTurn[]; readonly now: NoteTurn['id'] | null } => {
  const floor = useView((view) => view.floor)
  const past = useView((view) => view.pastTurns)
  const segment = useView(({ progress }) => progress.current)
  const turns = useMemo(
    () => [...listPastTurns(past), ...listFloorTurns(floor, segment)].sort((a, b) => a.at - b.at),
    [past, floor, segment],
  )
  return { turns, now: floor.current?.id ?? null }
}
