/** Where the record of this session is read; the page leads back to where it was come from. */
import type { Role } from '@rostrum/shared/contract/roles'

export const recordAddress = (role: Role): string => (role === 'chair' ? '/record?from=chair' : '/record')
