/** The version of the wire. A change of schema without a change of version fails a test that pins their hash.
 *  1  2026-11  first.
 *  2  2026-11  orders, moves, swaps, joint statements, replies; limits by scope; steps; remedies, suspension; cues, announcements.
 *  3  2026-11  questions edited, labelled, merged, put to a panellist, taken to the floor list; support by itself; authors not kept; notes, statements. */
export const protocolVersion = 3
