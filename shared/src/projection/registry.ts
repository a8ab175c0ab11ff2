/** The list of features, as views: what an audience sees, and what one person sees beside it. */

import type { PersonId } from '../contract/ids.ts'
import type { Person } from '../contract/people.ts'
import type { State } from '../contract/registry.ts'
import type { Audience } from '../contract/roles.ts'
import type { Instant } from '../kernel/time.ts'
import { agendaParts } from './agenda/parts.ts'
import { cueParts, myCueParts } from './cues.ts'
import { floorParts, myFloorParts } from './floor/parts.ts'
import { turnParts } from './floor/past-turns.ts'
import { noteParts } from './notes.ts'
import type { AudiencePart, PersonPart } from './part.ts'
import { panelParts, peopleParts } from './people.ts'
import { countParts } from './questions/counts.ts'
import { myQuestionParts } from './questions/mine.ts'
import { questionParts } from './questions/parts.ts'
import { supportParts } from './questions/support.ts'
import { myQueueParts, queueParts } from './queue/parts.ts'
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
  ...countParts,
  ...panelParts,
  ...cueParts,
  ...noteParts,
  ...statementParts,
  ...turnParts,
  ...stepParts,
}
export const personParts = { ...peopleParts, ...myQueueParts, ...myFloorParts, ...myQuestionParts, ...myCueParts, ...myStatementParts }

type Shown<P> = P extends AudiencePart<infer V> | PersonPart<infer V> ? V : never
type Always =
  | 'session'
  | 'plan'
  | 'progress'
  | 'tally'
  | 'list'
  | 'line'
  | 'replies'
  | 'entries'
  | 'floor'
  | 'questions'
  | 'support'
  | 'answering'
  | 'asking'
  | 'notices'

type Parts = { readonly [P in keyof typeof audienceParts]: Shown<(typeof audienceParts)[P]> }
/** What everybody in an audience sees. Parts beside `Always` are there for the staff, and some for the display. */
export type AudienceView = Pick<Parts, Always> & Partial<Omit<Parts, Always>>
/** What one person sees. */
export type PersonView = { readonly [P in keyof typeof personParts]: Shown<(typeof personParts)[P]> }

/** Who is on the line: a count for all, and for the desk since when the next speakers are not. Never in the log. */
export type PresenceView = {
  readonly room: number
  readonly remote: number
  readonly away?: Readonly<Record<PersonId, Instant>>
}

/** The whole that a screen holds. */
export type View = AudienceView & PersonView & { readonly presence: PresenceView }

/** A view and the state that it was made of, so that the next one is made of what changed. */
export type Projected<V> = { readonly state: State; readonly view: V }

export const projectAudience = (state: State, audience: Audience, before?: Projected<AudienceView>): Projected<AudienceView> => ({
  state,
  view: assemble(audienceParts, state, before, (part) => part.of(state, audience)) as AudienceView,
})

export const projectPerson = (state: State, person: Person, before?: Projected<PersonView>): Projected<PersonView> => ({
  state,
  view: assemble(personParts, state, before, (part) => part.of(state, person)) as PersonView,
})

/** Parts none of whose slices has changed are taken over as they are; if all are, so is the view. */
const assemble = <P extends { readonly reads: readonly (keyof State)[] }>(
  parts: { readonly [name: string]: P },
  state: State,
  before: Projected<object> | undefined,
  make: (part: P) => unknown,
): object => {
  if (before?.state === state) return before.view
  const view: Record<string, unknown> = {}
  const old = before?.view as Record<string, unknown> | undefined
  let changed = old === undefined
  for (const [name, part] of Object.entries(parts)) {
    const kept = before && old && part.reads.every((slice) => before.state[slice] === state[slice])
    const value = kept ? old[name] : make(part)
    if (value !== undefined) view[name] = value
    if (value !== old?.[name]) changed = true
  }
  return changed || !old ? view : old
}
