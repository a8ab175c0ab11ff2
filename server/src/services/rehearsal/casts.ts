/**
 * How the simulated people of a rehearsal behave. Nobody has published such rates, so they are assumptions. A session of ninety minutes
 * then looks like those that chairs and secretaries describe. docs/operating.md has them as a table.
 */
import type { CastName } from '@rostrum/shared/contract/rehearsals'
export type Cast = {
  /** The minutes after the planned start at which the chair opens the session. */
  readonly lateStart: number
  /** The share of people who ask for the floor in each segment. */
  readonly askingShare: number
  /** The share of requests that their owner withdraws while they wait. */
  readonly withdrawnShare: number
  /** The share of called speakers who are absent, and of those who say that they cannot speak now. */
  readonly absentShare: number
  readonly decliningShare: number
  /** The expected number in the whole session, however many people there are. */
  readonly pointsOfOrder: number
  /** Whether each point of order comes with a second one. */
  readonly pairedPoints: boolean
  /** The average number of questions that each person asks. */
  readonly questionsPerPerson: number
  /** Whether most questions come within two minutes. */
  readonly floodsQuestions: boolean
  /** The share of remote people whose line breaks, twice, for one to four minutes. */
  readonly lostLineShare: number
  /** The smallest and the largest share of the limit that a speaker uses. */
  readonly limitUse: readonly [least: number, most: number]
  /** How far over the limit the chair lets a speaker go, as a share of the limit. The cue to conclude comes before that. */
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
  /** A late start, many questions at once, lost lines, paired points of order, and speakers who must be cut off. */
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
