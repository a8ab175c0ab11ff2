/** The part of the views about presence. A change costs work for the people whom it concerns, not for everybody present. */

import { type Channel, channelRules, getPresentChannel, makeByChannel } from '@rostrum/shared/contract/channels'
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { Person } from '@rostrum/shared/contract/people'
import type { State } from '@rostrum/shared/contract/registry'
import { type Audience, audienceRules, roleRules } from '@rostrum/shared/contract/roles'
import type { Instant } from '@rostrum/shared/kernel/time'
import { listOfficers } from '@rostrum/shared/projection/people'
import type { PresenceView } from '@rostrum/shared/projection/registry'
import type { StateChange } from '../session/change-listeners.ts'
import { isMember } from './membership.ts'
import { PeopleTally } from './people-tally.ts'
import { listNextSpeakers, type Presence } from './presence.ts'

const isAtPodium = (person: Person | undefined): boolean =>
  person !== undefined && roleRules[person.role].isOnPanel && channelRules[person.channel].isInSight

export class KeptPresence {
  readonly #presence: Presence
  readonly #members: PeopleTally<Channel>

  constructor(presence: Presence) {
    this.#presence = presence
    this.#members = new PeopleTally(presence, (state, person) => this.#findChannel(state, person))
  }

  follow(change: StateChange): void {
    this.#members.follow(change)
  }

  stop(): void {
    this.#members.stop()
  }

  toView(state: State, audience: Audience): PresenceView {
    const { counts } = this.#members.count(state)
    const present = makeByChannel((channel) => counts.get(channel) ?? 0)
    if (!audienceRules[audience].seesPersons) return present
    return { ...present, away: this.#listAway(state), officers: this.#listOfficers(state) }
  }

  /** Returns the channel in which a present member counts. */
  #findChannel({ people }: State, person: PersonId): Channel | undefined {
    const known = people.all.get(person)
    const isCheckedIn = this.#presence.isCheckedIn(person)
    if (known === undefined || known.revoked || !isMember(known)) return
    if (!isCheckedIn && !this.#presence.isConnected(person)) return
    return getPresentChannel(known.channel, isCheckedIn)
  }

  /**
   * Returns the next speakers who are away, with the time since then. A person who is checked in and has never connected is not away. The
   * panel sits in front of the Chair, with or without a device.
   */
  #listAway(state: State): Readonly<Record<PersonId, Instant>> {
    return Object.fromEntries(
      listNextSpeakers(state).flatMap((person) => {
        if (this.#presence.isConnected(person)) return []
        const since = this.#presence.getLeftAt(person)
        const known = state.people.all.get(person)
        if (since === undefined && (this.#presence.isCheckedIn(person) || isAtPodium(known))) return []
        return [[person, since ?? known?.admittedAt]]
      }),
    ) as Record<PersonId, Instant>
  }

  #listOfficers({ people }: State): readonly PersonId[] {
    return listOfficers(people).flatMap(({ person }) => (this.#presence.isConnected(person) ? [person] : []))
  }
}
