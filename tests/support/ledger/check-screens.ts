/** Checks whether screens, on any node, show the state that the log gives. */

import { setTimeout as pause } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { State } from '@rostrum/shared/contract/registry'
import { roleRules } from '@rostrum/shared/contract/roles'
import { projectAudience, projectPerson } from '@rostrum/shared/projection/project'
import { dropTransients } from '../transients.ts'

export type HeldScreen = {
  /** The person and the address of the screen, for messages. */
  readonly name: string
  readonly person: PersonId
  readonly audience: object | undefined
  readonly own: object | undefined
}

/** The milliseconds within which the last frames arrive, even at a screen that has just lost its connection. */
const patience = 20_000

/** Returns the failures that remain after a while. Nothing may be stored in the meantime. */
export async function waitForScreens(screens: readonly { readonly held: HeldScreen }[], state: State): Promise<readonly string[]> {
  for (const until = performance.now() + patience; ; await pause(50)) {
    const failures = checkScreens(
      screens.map(({ held }) => held),
      state,
    )
    if (failures.length === 0 || performance.now() > until) return failures
  }
}

export const checkScreens = (screens: readonly HeldScreen[], state: State): readonly string[] =>
  screens.flatMap(({ name, person, audience, own }) => {
    const found = state.people.all.get(person)
    if (found === undefined) return [`${name}: ${person} is not in the log`]
    return [
      ...(isSame(dropTransients(audience), projectAudience(state, roleRules[found.role].audience).view)
        ? []
        : [`${name} shows what is not in the log`]),
      ...(isSame(dropTransients(own), projectPerson(state, found).view) ? [] : [`${name} shows of its own person what is not in the log`]),
    ]
  })

const isSame = (held: unknown, projected: unknown): boolean => isDeepStrictEqual(held, JSON.parse(JSON.stringify(projected)))
