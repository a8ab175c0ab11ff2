/** Checks after a run, when all connections are healed. Every node must have the state of the log, and every screen must show it. */
import { TextHasher } from '@rostrum/server/engine/fanout/text-hasher'
import { ViewDigest } from '@rostrum/server/engine/fanout/view-digest'
import type { State } from '@rostrum/shared/contract/registry'
import { roleRules } from '@rostrum/shared/contract/roles'
import type { AnyView } from '@rostrum/shared/projection/delta'
import { projectAudience, projectPerson } from '@rostrum/shared/projection/project'
import type { StreamState } from '@rostrum/shared/protocol/frame'
import { cursorKey } from '../../support/frame-client.ts'
import { readPresence } from '../../support/read-presence.ts'
import { isEqual } from './is-equal.ts'
import type { SimulatedNode } from './simulated-node.ts'
import type { SimulatedScreen } from './simulated-screen.ts'
import type { Stage } from './stage.ts'

const hasher = new TextHasher(cursorKey)

type Expected = { readonly view: object; readonly cursor: string }

export function checkNodes(stage: Stage, nodes: readonly SimulatedNode[], state: State, revision: number): void {
  for (const { session, traits } of nodes) {
    if (session?.revision !== revision) stage.fail(`${traits.name} is at ${session?.revision}, and the log at ${revision}`)
    else if (!isEqual(session.state, state)) stage.fail(`${traits.name} has another state than the log`)
  }
}

export function checkScreens(stage: Stage, screens: readonly SimulatedScreen[], state: State): void {
  const byAudience = new Map<string, Expected>()
  for (const { person, connection, streams } of screens) {
    const known = state.people.all.get(person)
    if (known?.revoked !== false) {
      if (connection?.leave) stage.fail(`${person} was revoked and is connected`)
      continue
    }
    const audience = roleRules[known.role].audience
    const expected = byAudience.get(audience) ?? expectView(projectAudience(state, audience).view)
    byAudience.set(audience, expected)
    if (connection === null || !connection.isAnswered) stage.fail(`${person} is not connected`)
    else {
      const { presence, ...shown } = streams.audience?.view ?? {}
      compare(stage, `${person}, what all see`, { shown, held: streams.audience }, expected)
      compare(
        stage,
        `${person}, the own part`,
        { shown: streams.person?.view ?? {}, held: streams.person },
        expectView(projectPerson(state, known).view),
      )
      const present = readPresence(connection.node.presence, state, audience)
      if (!isEqual(presence, present)) stage.fail(`${person} sees ${JSON.stringify(presence)} present and not ${JSON.stringify(present)}`)
    }
  }
}

/** Checks that the content of a screen matches its cursors. */
export function checkDigest(stage: Stage, { person, streams }: SimulatedScreen): void {
  for (const [stream, held] of Object.entries(streams)) {
    const { presence: _presence, ...view } = held.view
    if (new ViewDigest(hasher, view).cursor !== held.cursor)
      stage.fail(`${person}: what the ${stream} stream holds is not what its cursor says`)
  }
}

const expectView = (view: object): Expected => ({ view, cursor: new ViewDigest(hasher, view as AnyView).cursor })

const compare = (
  stage: Stage,
  who: string,
  { shown, held }: { readonly shown: AnyView; readonly held: StreamState | undefined },
  expected: Expected,
): void => {
  if (held?.cursor !== expected.cursor) stage.fail(`${who}: the cursor is ${held?.cursor}, and the digest of the state ${expected.cursor}`)
  if (!isEqual(shown, expected.view)) stage.fail(`${who}: a screen does not show the state of the log`)
}
