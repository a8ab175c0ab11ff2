/** The limits of one client, over a socket or over HTTP. */

import type { Role } from '@rostrum/shared/contract/roles'

/**
 * The most connections of one person. A participant has three devices, two tabs on each, and a few that are just closing. The links of the
 * screens and of the panel are each for several people at once. Two or three interpreters share the link of a booth. Officers are few and
 * have no limit.
 */
export const maxConnections: Readonly<Record<Role, number>> = {
  participant: 8,
  panellist: 50,
  interpreter: 12,
  display: 50,
  chair: Number.POSITIVE_INFINITY,
  secretariat: Number.POSITIVE_INFINITY,
}
/**
 * The most connections that the system may hold until they are accepted. It drops any further ones, and they try again after one, three,
 * seven and fifteen seconds. Thousands come at once after a restart. The system has a limit of its own: `net.core.somaxconn`.
 */
export const maxUnaccepted = 65_535
/** The longest allowed text takes 144,000 bytes if a client writes each unit as `\u`, in six bytes. */
export const maxMessageBytes = 160 * 1024
