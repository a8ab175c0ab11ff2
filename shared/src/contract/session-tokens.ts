/** Tokens of one session and one role. */
import type { Role } from './roles.ts'

/** A participant has a personal link instead. */
export const tokenRoles = ['chair', 'secretariat', 'panellist', 'display'] as const satisfies readonly Role[]
export type TokenRole = (typeof tokenRoles)[number]
