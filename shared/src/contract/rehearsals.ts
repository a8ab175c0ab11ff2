/** How the simulated people of a rehearsal behave. */
export const castNames = ['usual', 'difficult'] as const
export type CastName = (typeof castNames)[number]
