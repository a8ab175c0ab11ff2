/** The people who served the session, by office, and who was in the chair since when. The log has no names of persons. */

import { isInSession } from '@rostrum/shared/contract/enums'
import type { PersonId } from '@rostrum/shared/contract/ids'
import { type Office, officeEntities, offices } from '@rostrum/shared/contract/offices'
import type { PeopleState } from '@rostrum/shared/contract/people'
import { findPresiding } from '@rostrum/shared/contract/presiding'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { type Commit, type Event, isOfSlice, type State } from '@rostrum/shared/contract/registry'
import { roleRules } from '@rostrum/shared/contract/roles'
import { makeRecordTimes } from './times.ts'

type SessionInfo = SessionRecord['session']
type Presided = SessionInfo['presided'][number]

/** Builds the officers in the order of the offices. Officers whose access has ended are left out. */
export const buildOfficers = ({ all }: PeopleState): SessionInfo['officers'] =>
  [...all.values()]
    .flatMap(({ office, entity, revoked }) =>
      office === null || revoked ? [] : [{ office: office.office, number: office.number, entity: findEntity(office.office, entity) }],
    )
    .sort((a, b) => offices.indexOf(a.office) - offices.indexOf(b.office) || a.number - b.number)

const findEntity = (office: Office, entity: string): string | null => (entity === officeEntities[office] ? null : entity)

export class PresidingHistory {
  readonly #presided: (Omit<Presided, 'entity'> & { readonly person: PersonId | null })[] = []

  apply({ events, at }: Pick<Commit, 'events' | 'at'>, after: State): void {
    // The opening was undone, so nobody has presided yet.
    if (events.some(({ type }) => type === 'session.unopened')) this.#presided.length = 0
    if (!isInSession(after.session.phase) || !events.some(mayChangeChair)) return
    const presiding = findPresiding(after.people)
    const held = presiding?.office ?? null
    const [office, number] = [held?.office ?? null, held?.number ?? 0]
    const last = this.#presided.at(-1)
    if (last?.office === office && last.number === number) return
    this.#presided.push({ from: makeRecordTimes(after.session.plan).toIso(at), office, number, person: presiding?.id ?? null })
  }

  build({ all }: PeopleState): SessionInfo['presided'] {
    return this.#presided.map(({ person, office, ...one }) => {
      const entity = person === null || office === null ? null : findEntity(office, all.get(person)?.entity ?? '')
      return { from: one.from, office, number: one.number, entity }
    })
  }
}

const mayChangeChair = (event: Event): boolean =>
  event.type === 'session.opened' ||
  (event.type === 'people.admitted' ? event.data.people.some(({ role }) => roleRules[role].mayPreside) : isOfSlice(event, 'people'))
