/** Members have a row in the roster. Officers have none, and the shared panel is not one person. */

import type { PersonId } from '@rostrum/shared/contract/ids'
import type { Person } from '@rostrum/shared/contract/people'

export const panelPersonId = 'panel' as PersonId

export const isMember = ({ id, role }: Pick<Person, 'id' | 'role'>): boolean =>
  role === 'participant' || (role === 'panellist' && id !== panelPersonId)
