/** Who is a row of the roster. Offices are none: their entity is their office, and the panel's one seat is nobody in particular. */

import type { PersonId } from '@rostrum/shared/contract/ids'
import type { Person } from '@rostrum/shared/contract/people'

export const panelSeat = 'panel' as PersonId

export const isListed = ({ id, role }: Pick<Person, 'id' | 'role'>): boolean =>
  role === 'participant' || (role === 'panellist' && id !== panelSeat)
