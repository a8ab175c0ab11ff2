/** The responses for which every language has words, in the order in which they are offered. Without the validator, for the client. */

export const responseKinds = ['comfortable', 'could-live', 'concerns', 'discuss', 'no-view'] as const
export type ResponseKind = (typeof responseKinds)[number]
