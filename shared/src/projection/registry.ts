/** The list of features as views: the parts for an audience, and the additional parts for one person. */

import type { ByChannel } from '../contract/channels.ts'
import type { PersonId } from '../contract/ids.ts'
import type { Audience } from '../contract/roles.ts'
import type { Instant } from '../kernel/time.ts'
import { agendaParts } from './agenda/parts.ts'
import { captionParts } from './captions.ts'
import { cueParts, myCueParts } from './cues.ts'
import type { PartShape } from './delta.ts'
import { floorParts, myFloorParts } from './floor/parts.ts'
import { pastTurnParts } from './floor/past-turns.ts'
import { noteParts } from './notes.ts'
import { type AudiencePart, everyone, type PersonPart, type SeenBy, staffOnly } from './part.ts'
import { claimParts, myPersonParts, officerParts, panellistParts } from './people.ts'
import { type FinalCounts, questionCountParts } from './questions/counts.ts'
import { myQuestionParts } from './questions/mine.ts'
import { questionParts } from './questions/parts.ts'
import { supportParts } from './questions/support.ts'
import { myQueueParts, queueParts } from './queue/parts.ts'
import { type SenseTransients, senseParts } from './sense.ts'
import { sessionParts } from './session.ts'
import { myStatementParts, statementParts } from './statements.ts'
import { stepParts } from './steps.ts'

export const audienceParts = {
  ...sessionParts,
  ...agendaParts,
  ...queueParts,
  ...floorParts,
  ...questionParts,
  ...supportParts,
  ...questionCountParts,
  ...panellistParts,
  ...claimParts,
  ...officerParts,
  ...cueParts,
  ...noteParts,
  ...statementParts,
  ...senseParts,
  ...captionParts,
  ...pastTurnParts,
  ...stepParts,
}
export const personParts = { ...myPersonParts, ...myQueueParts, ...myFloorParts, ...myQuestionParts, ...myCueParts, ...myStatementParts }

type AudienceParts = typeof audienceParts
// biome-ignore lint/suspicious/noExplicitAny: the audience is a parameter of the function, which only `any` matches
type ValueOf<P> = P extends AudiencePart<infer Value, any, 'always' | 'sometimes'> | PersonPart<infer Value> ? Value : never
type CommonPart = {
  [P in keyof AudienceParts]: AudienceParts[P] extends { readonly presence: 'always'; readonly audiences: Record<Audience, true> }
    ? P
    : never
}[keyof AudienceParts]
type AudienceValues = { readonly [P in keyof AudienceParts]: ValueOf<AudienceParts[P]> }
/** The view of everybody in an audience. A part is optional here unless every audience always has it. */
export type AudienceView = Pick<AudienceValues, CommonPart> & Partial<Omit<AudienceValues, CommonPart>>
/** The view of one person. */
export type PersonView = { readonly [P in keyof typeof personParts]: ValueOf<(typeof personParts)[P]> }

/**
 * The people who are connected: counts for everybody. For the staff, `away` contains the time since which a next speaker has been
 * disconnected. Never in the log.
 */
export type PresenceView = ByChannel<number> & {
  readonly away?: Readonly<Record<PersonId, Instant>>
  /** For the staff: the officers who are connected. */
  readonly officers?: readonly PersonId[]
}

/** Everything that a screen holds. */
export type View = AudienceView & PersonView & { readonly presence: PresenceView } & SenseTransients & FinalCounts

/** The parts that no log has. A part without audiences is for one person. */
export const transientParts = {
  presence: { about: 'The people who are connected.', presence: 'always', audiences: everyone },
  participation: { about: 'While a prompt is open: how many have responded.', presence: 'sometimes', audiences: everyone },
  presentResponders: {
    about: 'How many people a prompt that is put now would count.',
    presence: 'sometimes',
    audiences: staffOnly,
  },
  myResponse: { about: 'While a prompt is open: what the person, or their delegation, has responded.', presence: 'sometimes' },
  finalQuestionCounts: { about: 'The outcomes of all questions, once the close is final.', presence: 'sometimes', audiences: everyone },
  promptResult: { about: 'For the Chair, until it is published or discarded: the result of a prompt.', presence: 'sometimes' },
} as const satisfies Readonly<Record<'presence' | keyof SenseTransients | keyof FinalCounts, Omit<DescribedPart, 'shape'>>>

/** The facts about a part that the description of the HTTP API is made from. */
export type DescribedPart = {
  readonly about: string
  readonly shape?: 'value' | PartShape
  readonly presence?: 'always' | 'sometimes'
  readonly audiences?: SeenBy
}
/** Every part of any view. The build makes the schemas of the HTTP API from this type (`server/describe-views.mjs`). */
export type PartValues = AudienceValues & PersonView & { readonly presence: PresenceView } & Required<SenseTransients & FinalCounts>
export const describedParts: Readonly<Record<keyof PartValues, DescribedPart>> = { ...audienceParts, ...personParts, ...transientParts }
