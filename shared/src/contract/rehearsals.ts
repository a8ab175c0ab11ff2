/** The behaviour of the simulated people in a rehearsal. */
export const castNames = ['usual', 'difficult'] as const
export type CastName = (typeof castNames)[number]
