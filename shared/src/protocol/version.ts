/** The version of the wire. A change of schema without a change of version fails a test that pins their hash.
 *  1  2026-11  first. */
export const protocolVersion = 1
