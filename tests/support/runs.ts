import { inject } from 'vitest'

/** Returns how often a property of a scaled file is tried. `npm run test:all` tries it `all` times, and `npm test` a tenth as often. */
export const countRuns = (all: number): number => Math.ceil(all * inject('share'))
