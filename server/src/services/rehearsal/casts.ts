/**
 * How the simulated people of a rehearsal behave. Nobody has published such rates: they are assumptions, chosen so that a session of an hour
 * and a half looks like those that chairs and secretaries describe. docs/operating.md has them as a table.
 */
import type { CastName } from '@rostrum/shared/contract/rehearsals'
export type Cast = {
  /** Minutes after the planned start at which the chair opens the session. */
  readonly lateStart: number
  /** Share of the people who ask for the floor in each segment. */
  readonly askingShare: number
  /** Share of requests that their owner withdraws while they wait. */
  readonly withdrawnShare: number
  /** Share of called speakers who are absent, and of those who say that they cannot speak now. */
  readonly absentShare: number
  readonly decliningShare: number
  /** Expected number in the whole session, however many people there are. */
  readonly pointsOfOrder: number
  /** Whether each point of order comes with a second one. */
  readonly pairedPoints: boolean
  /** Questions that each person asks, on average. */
  readonly questionsPerPerson: number
  /** Whether most questions come within two minutes. */
  readonly floodsQuestions: boolean
  /** Share of remote people whose line breaks, twice, for one to four minutes. */
  readonly lostLineShare: number
  /** Shares of the limit that a speaker uses: from the first to the second. */
  readonly limitUse: readonly [least: number, most: number]
  /** How far over the limit the chair lets a speaker go, after the cue to conclude. A share of the limit. */
  readonly patience: number
}

export const casts = {
  /** An ordinary session. */
  usual: {
    lateStart: 1,
    askingShare: 0.3,
    withdrawnShare: 0.08,
    absentShare: 0.03,
    decliningShare: 0.02,
    pointsOfOrder: 1,
    pairedPoints: false,
    questionsPerPerson: 0.35,
    floodsQuestions: false,
    lostLineShare: 0.05,
    limitUse: [0.6, 1.15],
    patience: 0.3,
  },
  /** Late, many questions at once, lost lines, two points of order together, and speakers who must be cut. */
  difficult: {
    lateStart: 8,
    askingShare: 0.45,
    withdrawnShare: 0.12,
    absentShare: 0.08,
    decliningShare: 0.05,
    pointsOfOrder: 3,
    pairedPoints: true,
    questionsPerPerson: 1.2,
    floodsQuestions: true,
    lostLineShare: 0.35,
    limitUse: [0.8, 1.7],
    patience: 0.2,
  },
} as const satisfies Readonly<Record<CastName, Cast>>
