/** The address of this session's record. That page links back to the surface that opened it. */
import { type Role, roleRules } from '@rostrum/shared/contract/roles'

export const getRecordUrl = (role: Role): string => (roleRules[role].mayPreside ? '/record?from=chair' : '/record')
