/** The view of one person, in addition to that of their audience. It is small, and always projected as a whole. */
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { State } from '@rostrum/shared/contract/registry'
import type { AnyView, Delta } from '@rostrum/shared/projection/delta'
import { diffViews, projectPerson } from '@rostrum/shared/projection/project'
import type { ViewSource } from './frame-stream.ts'

export class OwnView implements ViewSource {
  readonly #person: PersonId
  view: AnyView

  constructor(state: State, person: PersonId) {
    this.#person = person
    this.view = this.#make(state)
  }

  advance(state: State): readonly Delta[] {
    const before = this.view
    this.view = this.#make(state)
    return diffViews(before, this.view)
  }

  #make(state: State): AnyView {
    const person = state.people.all.get(this.#person)
    return person ? (projectPerson(state, person).view as AnyView) : {}
  }
}
