/** The turns of the session, those that are over and those on the floor now. */
import { useMemo } from 'react'
import { useView } from '../../../session/hooks.tsx'
import { onFloor, over, type Turn } from '../turns.ts'

export const useTurns = (): { readonly turns: readonly Turn[]; readonly now: Turn['id'] | null } => {
  const floor = useView((view) => view.floor)
  const past = useView((view) => view.turns)
  const segment = useView(({ progress }) => progress.current)
  const turns = useMemo(() => [...over(past), ...onFloor(floor, segment)].sort((a, b) => a.at - b.at), [past, floor, segment])
  return { turns, now: floor.current?.id ?? null }
}
