/** The address of this session's record. That page links back to the surface that opened it. */
import type { Role } from '@rostrum/shared/contract/roles'

export const getRecordUrl = (role: Role): string => (role === 'chair' ? '/record?from=chair' : '/record')
