/** The people who served the session, by office, and who was in the chair since when. The log has no names of persons. */
import { offices } from '@rostrum/shared/contract/offices'
import type { PeopleState } from '@rostrum/shared/contract/people'
import { findPresiding } from '@rostrum/shared/contract/presiding'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { Commit, Event, State } from '@rostrum/shared/contract/registry'
import { makeRecordTimes } from './times.ts'

type SessionInfo = SessionRecord['session']
type Presided = SessionInfo['presided'][number]

/** Builds the officers in the order of the offices. Officers whose access has ended are left out. */
export const buildOfficers = ({ all }: PeopleState): SessionInfo['officers'] =>
  [...all.values()]
    .flatMap(({ office, entity, revoked }) =>
      office === null || revoked ? [] : [{ office: office.office, number: office.number, entity }],
    )
    .sort((a, b) => offices.indexOf(a.office) - offices.indexOf(b.office) || a.number - b.number)

export class PresidingHistory {
  readonly #presided: Presided[] = []

  apply({ events, at }: Pick<Commit, 'events' | 'at'>, after: State): void {
    const isRunning = after.session.phase === 'open' || after.session.phase === 'suspended'
    if (!isRunning || !events.some(mayChangeChair)) return
    const held = findPresiding(after.people)?.office ?? null
    const [office, number] = [held?.office ?? null, held?.number ?? 0]
    const last = this.#presided.at(-1)
    if (last?.office === office && last.number === number) return
    this.#presided.push({ from: makeRecordTimes(after.session.plan).toIso(at), office, number })
  }

  build(): SessionInfo['presided'] {
    return this.#presided
  }
}

const mayChangeChair = (event: Event): boolean =>
  event.type === 'session.opened' ||
  (event.type === 'people.admitted' ? event.data.people.some(({ role }) => role === 'chair') : event.type.startsWith('people.'))
