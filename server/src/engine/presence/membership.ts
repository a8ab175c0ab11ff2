/** Members have a row in the roster. Officers have none, and the shared panel is not one person. */

import { panelPersonId } from '@rostrum/shared/contract/ids'
import type { Person } from '@rostrum/shared/contract/people'
import { roleRules } from '@rostrum/shared/contract/roles'

export const isMember = ({ id, role }: Pick<Person, 'id' | 'role'>): boolean => roleRules[role].maySpeak && id !== panelPersonId
