/** Somebody is marked as present in the room, or not after all. */
import type { PersonId, SessionId } from '@rostrum/shared/contract/ids'
import { useState } from 'react'
import { useAsk } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { announcements } from '../../../ui/screen-reader.ts'
import { calledOf } from '../person-name.ts'
import { peopleDoor, type RosterRow } from '../roster-types.ts'

type Arrival = {
  /** Who is being marked. */
  readonly marking: PersonId | null
  /** Why the last one could not be. */
  readonly why: string | null
  /** Whether it has been kept. */
  readonly mark: (row: RosterRow, arrived: boolean) => Promise<boolean>
}

export const useArrival = (session: SessionId, onMarked: (row: RosterRow) => void): Arrival => {
  const { t } = useText()
  const ask = useAsk()
  const [marking, wait] = useState<PersonId | null>(null)
  const [why, refuse] = useState<string | null>(null)
  const mark = async (row: RosterRow, arrived: boolean): Promise<boolean> => {
    if (marking !== null) return false
    wait(row.person)
    refuse(null)
    const answer = await ask<RosterRow>(peopleDoor(session, `/${row.person}/arrived`), 'PUT', { arrived })
    wait(null)
    if (answer.ok) {
      onMarked(answer.value)
      announcements.say(t(arrived ? 'people.markedArrived' : 'people.markedAbsent', { who: calledOf(t, row) }), 'people')
    } else refuse(answer.why)
    return answer.ok
  }
  return { marking, why, mark }
}
