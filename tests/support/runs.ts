import { inject } from 'vitest'

/** How often a property of a scaled file is tried: `all` times in `npm run test:all`, a tenth of it in `npm test`. */
export const countRuns = (all: number): number => Math.ceil(all * inject('share'))
