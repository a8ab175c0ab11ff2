/** The officers of the session, as the staff see each other. */

import type { PersonId } from '@rostrum/shared/contract/ids'
import { type Duty, type OfficerView, roleByOffice } from '@rostrum/shared/contract/offices'
import { roleRules } from '@rostrum/shared/contract/roles'
import { useView } from '../session/hooks.tsx'
import { getOfficeName, type OfficeNameForm } from '../text/office-name.ts'
import { useText } from '../text/use-text.tsx'

const noOfficers: readonly OfficerView[] = []
export const useOfficers = (): readonly OfficerView[] => useView(({ officers }) => officers ?? noOfficers)

export type OfficerName = (person: PersonId, form?: OfficeNameForm) => string

/** Returns the name of a person's office, or an empty text if the person is not an officer. */
export const useOfficerName = (): OfficerName => {
  const { t } = useText()
  const officers = useOfficers()
  return (person, form) => {
    const officer = officers.find((one) => one.person === person)
    return officer ? getOfficeName(t, officer, officers.filter(({ office }) => office === officer.office).length > 1, form) : ''
  }
}

/** True if this officer has the duty. */
export const useDuty = (duty: Duty): boolean => useView(({ me }) => me.office?.duties.includes(duty) ?? false)

/** Returns the other officers who are connected, including the Chair's screens. */
const useOthers = (): readonly OfficerView[] => {
  const officers = useOfficers()
  const mine = useView(({ me }) => me.id)
  const connected = useView(({ presence }) => presence.officers)
  return officers.filter(({ person }) => person !== mine && connected?.includes(person))
}

export const useOthersConnected = (): readonly string[] => {
  const getName = useOfficerName()
  return useOthers().map(({ person }) => getName(person))
}

/** Returns the other officers who moderate. Officers with the Chair's screen do so only if nobody else can. */
export const useModeratorsConnected = (): readonly string[] => {
  const getName = useOfficerName()
  const moderators = useOthers().filter(({ office, duties }) => !roleRules[roleByOffice[office]].mayPreside && duties.includes('questions'))
  return moderators.map(({ person }) => getName(person))
}
