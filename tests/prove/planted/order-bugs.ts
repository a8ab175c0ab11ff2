/** The bugs of what a position of the speaking order says of itself. */
import type { Bug } from './plant.ts'

const killers = [{ file: 'tests/domain/cause-oracle.scaled.test.ts', test: '[O24] every cause, rank and count' }] as const

export const orderBugs: readonly Bug[] = [
  {
    name: 'a place that stays says that it is by the time of the request',
    edits: [
      {
        file: 'shared/src/domain/queue/speaking-order.ts',
        replace: "({ chosen: kept, cause: 'kept' } as const)",
        by: "({ chosen: kept, cause: 'received' } as const)",
      },
    ],
    killers,
  },
  {
    name: 'a new item has heard those of the item before',
    edits: [
      {
        file: 'shared/src/domain/queue/evolve.ts',
        replace: '({ ...clearLastWord(queue), floorsGiven: [], repliesFirst: false })',
        by: '({ ...clearLastWord(queue), repliesFirst: false })',
      },
    ],
    killers,
  },
]
