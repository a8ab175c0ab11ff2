/** Marks a person as present in the room, or undoes it. */

import type { RosterRow } from '@rostrum/shared/api/people'
import type { FailureReason } from '@rostrum/shared/api/reasons'
import type { PersonId, SessionId } from '@rostrum/shared/contract/ids'
import { useState } from 'react'
import { useRequest } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { formatPersonName } from '../person-name.ts'

type CheckIn = {
  /** The person whose check-in is pending. */
  readonly checkingIn: PersonId | null
  /** The reason why the last check-in failed. */
  readonly reason: FailureReason | null
  /** Resolves to true once the server has stored it. */
  readonly setCheckedIn: (row: RosterRow, checkedIn: boolean) => Promise<boolean>
}

export const useCheckIn = (session: SessionId, onCheckedIn: (row: RosterRow) => void): CheckIn => {
  const { t } = useText()
  const request = useRequest()
  const [checkingIn, setCheckingIn] = useState<PersonId | null>(null)
  const [reason, setReason] = useState<FailureReason | null>(null)
  const setCheckedIn = async (row: RosterRow, checkedIn: boolean): Promise<boolean> => {
    if (checkingIn !== null) return false
    setCheckingIn(row.person)
    setReason(null)
    const result = await request('PUT /api/sessions/:id/people/:person/check-in', {
      params: { id: session, person: row.person },
      body: { checkedIn },
    })
    setCheckingIn(null)
    if (result.ok) {
      onCheckedIn(result.value)
      screenReader.say(t(checkedIn ? 'people.markedArrived' : 'people.markedAbsent', { who: formatPersonName(t, row) }), 'people')
    } else setReason(result.reason)
    return result.ok
  }
  return { checkingIn, reason, setCheckedIn }
}
