/**
 * Compares every answer to every role: what each audience and somebody of each role sees, and what is decided on what they send. A node that started
 * again, or that read what another one decided, must give the answers of the log. Equal states are not enough: an answer can depend on the
 * order of rows.
 */
import type { Command, State } from '@rostrum/shared/contract/registry'
import { audiences, type Role, roles } from '@rostrum/shared/contract/roles'
import { decide } from '@rostrum/shared/domain/decider'
import type { Instant } from '@rostrum/shared/kernel/time'
import { projectAudience, projectPerson } from '@rostrum/shared/projection/project'
import { drawRoll, makeCommandRoller } from '../../support/random-session.ts'
import { SeededRandom } from '../../support/seeded-random.ts'
import { padId } from '../../support/session-harness.ts'
import { isEqual } from './is-equal.ts'
import type { Stage } from './stage.ts'

/** A state that a node served. `when`: the node, and whether it started or ended there. */
export type Served = { readonly when: string; readonly revision: number; readonly held: State }

const commandCount = 6
const rollCommand = makeCommandRoller()

/** Compares what nodes served at a revision with the state of the log there. `at`: the time of that commit. */
export function checkServed(stage: Stage, served: readonly Served[], state: State, at: Instant): void {
  const [first] = served
  if (first === undefined) return
  const random = new SeededRandom(first.revision)
  const commands = Array.from({ length: commandCount }, () => rollCommand(state, drawRoll(random), at).command)
  const expected = listAnswers(state, commands, at)
  for (const { when, revision, held } of served) {
    const other = [...listAnswers(held, commands, at)].find(([question, answer]) => !isEqual(expected.get(question), answer))
    if (other !== undefined) stage.fail(`${when} at ${revision}: ${other[0]} is answered otherwise than the log says`)
  }
}

function listAnswers(state: State, commands: readonly Command[], at: Instant): ReadonlyMap<string, unknown> {
  const answers = new Map<string, unknown>()
  const note = (question: string, answer: unknown) => answers.set(question, answer)
  const oneOfRole = new Map<Role, ReturnType<State['people']['all']['get']>>()
  for (const audience of audiences) note(`what ${audience} sees`, projectAudience(state, audience).view)
  for (const person of state.people.all.values()) {
    if (!person.revoked && (oneOfRole.get(person.role)?.id ?? '~') > person.id) oneOfRole.set(person.role, person)
  }
  for (const role of roles) {
    const person = oneOfRole.get(role)
    if (person === undefined) continue
    note(`what ${role} sees`, projectPerson(state, person).view)
    for (const [index, command] of commands.entries()) {
      const id = padId(`asked-${index}`)
      note(`${command.type} of ${role}`, decide(state, command, { actor: { person: person.id }, at, id }))
    }
  }
  return answers
}
