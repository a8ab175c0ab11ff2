/** What one client may use, over a socket or over HTTP. */

/** Most connections of one participant: two devices, two tabs, and one that is just closing. */
export const maxConnections = 5
/** The longest text that is allowed takes six bytes a unit where a client writes each as `\u`, and that is 144,000. */
export const maxMessageBytes = 160 * 1024
