/** What one client may use, over a socket or over HTTP. */

import type { Role } from '@rostrum/shared/contract/roles'

/**
 * Most connections of one person. A participant has three devices, two tabs on each, and some that are just closing. The link of the screens, and that of
 * the panel, are for several at once. Two or
 * three interpreters share the link of a booth. Officers are few and have no limit.
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
 * Connections that the system may hold until they are accepted. Beyond it the system drops them, and they try again after one, three, seven
 * and fifteen seconds. Thousands come at once after a restart. The system has a limit of its own: `net.core.somaxconn`.
 */
export const maxUnaccepted = 65_535
/** The longest text that is allowed takes six bytes a unit where a client writes each as `\u`, and that is 144,000. */
export const maxMessageBytes = 160 * 1024
