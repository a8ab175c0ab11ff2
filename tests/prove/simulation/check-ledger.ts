/** Checks the log after a run. It contains only commands that were asked for, once and in order, and everything that was confirmed. */
import { createHash } from 'node:crypto'
import { hashCommit, toCanonicalJson } from '@rostrum/server/engine/log/chain'
import { decodeCommits } from '@rostrum/server/engine/log/commit-codec'
import { isTimeRunning } from '@rostrum/server/engine/session/is-time-running'
import type { CommandId } from '@rostrum/shared/contract/ids'
import type { Commit, EventDecision, State } from '@rostrum/shared/contract/registry'
import { systemActor } from '@rostrum/shared/contract/roles'
import { listDeadlines } from '@rostrum/shared/domain/deadlines'
import { decide, evolveAll, initialState } from '@rostrum/shared/domain/decider'
import { anonymizeActor } from '@rostrum/shared/domain/questions/anonymity'
import { accept } from '@rostrum/shared/kernel/decision'
import type { Instant } from '@rostrum/shared/kernel/time'
import { sessionId } from '../../support/session-harness.ts'
import { checkServed } from './check-answers.ts'
import { isEqual } from './is-equal.ts'
import type { Answer, Asked } from './ledger.ts'
import type { Stage } from './stage.ts'

type Replayed = { readonly commit: Commit; readonly after: State }

/** Checks the log against the ledger. Returns the state at its end. `given`: the commits with which the run began. */
export function checkLedger(stage: Stage, entries: readonly string[], given: number): State {
  const commits = decodeCommits(sessionId, { revision: 0 as never, chain: '' }, entries)
  const replayed: Replayed[] = []
  const seen = new Set<CommandId>()
  let [state, at, chain] = [initialState, 0, '']
  for (const commit of commits) {
    const { id } = commit.command
    if (seen.has(id)) stage.fail(`${id} is in the log twice, again at ${commit.revision}`)
    seen.add(id)
    if (commit.revision > given) checkPace(stage, state, { at: at as Instant, revision: commit.revision - 1 }, commit)
    if (commit.at < at) stage.fail(`commit ${commit.revision} is earlier than the one before it`)
    if (commit.revision > given) {
      const fault = findFault(stage, state, commit, chain)
      if (fault !== null) stage.fail(`commit ${commit.revision} (${commit.command.type} ${id}): ${fault}`)
    }
    state = evolveAll(state, commit.events, commit.at)
    at = commit.at
    chain = commit.chain
    replayed.push({ commit, after: state })
    if (stage.states.some(({ revision, held }) => revision === commit.revision && !isEqual(held, state)))
      stage.fail(`a node had another state at ${commit.revision} than the log`)
    const served = stage.served.filter(({ revision }) => revision === commit.revision)
    checkServed(stage, served, state, commit.at)
  }
  checkAnswers(stage, replayed)
  return state
}

/** The most milliseconds that one start may add to what runs, and that delays may add to what was seen of it. */
const [perStart, delays] = [61_000, 20_000]

/** Checks that nothing that runs got longer than it was, whatever the clocks. A start adds a minute at most. */
function checkPace(stage: Stage, state: State, before: { readonly at: Instant; readonly revision: number }, commit: Commit): void {
  const [from, to] = [stage.seenAt.get(before.revision), stage.seenAt.get(commit.revision)]
  if (stage.server.mayLose || from === undefined || to === undefined || !isTimeRunning(state, before.at)) return
  const starts = stage.starts.filter((at) => at > from - delays && at <= to).length
  const gained = commit.at - before.at - 1.02 * (to - from)
  if (gained > perStart * starts + delays) stage.fail(`commit ${commit.revision}: what ran got ${Math.round(gained)} ms longer than it was`)
}

/** Returns null if the commit is exactly what was asked for, given the state before it. */
function findFault(stage: Stage, state: State, commit: Commit, chain: string): string | null {
  const { revision, at, actor, command } = commit
  const asked = stage.ledger.get(command.id)
  const decision = asked ? asked.decide(state, at) : (decideLossReport(stage, commit) ?? decideAlarm(state, commit))
  if (decision === null) return 'nobody asked for it'
  if (!decision.ok) return `it should have been refused: ${decision.reason}`
  const expected = asked ? anonymizeActor(state, asked.actor, command.type) : systemActor
  if (actor.person !== expected.person) return `it is said to be of ${actor.person}`
  const text = toCanonicalJson({ revision, at, actor, command, events: decision.events })
  return commit.chain === hashCommit(chain, text) ? null : 'it is not what was asked for'
}

/**
 * Decides on a report of lost commits. A node that has seen more than the log contains reports it, if the log may lose unflushed commits.
 */
const decideLossReport = ({ server }: Stage, { command: { id, type }, events: [event, ...more] }: Commit): EventDecision | null => {
  if (!server.mayLose || type !== 'session.record-loss' || event?.type !== 'session.loss-recorded' || more.length > 0) return null
  return id === createHash('sha256').update(`loss ${event.data.head}`).digest('base64url') ? accept(event) : null
}

/** Decides on an alarm. It may be late, and if two are due, either may come first. Nobody knew its id before. */
const decideAlarm = (state: State, { at, command: { id, type } }: Commit): EventDecision | null => {
  const deadline = listDeadlines(state).find((one) => one.command.type === type && one.at <= at)
  if (deadline === undefined) return null
  return decide(state, deadline.command, { actor: systemActor, at, id })
}

/**
 * Checks that confirmed commands are in the log and refused ones are not. A command confirmed before another was sent must come before it
 * in the log.
 */
function checkAnswers(stage: Stage, replayed: readonly Replayed[]): void {
  const isAlone = new Set([...stage.ledger.values()].flatMap(({ answers }) => answers.map(({ node }) => node))).size === 1
  const revisions = new Map(replayed.map(({ commit }) => [commit.command.id, commit.revision as number]))
  const confirmed: { readonly asked: Asked; readonly revision: number; readonly in: number }[] = []
  for (const asked of stage.ledger.values()) {
    const { id, type, answers } = asked
    const revision = revisions.get(id) ?? Number.POSITIVE_INFINITY
    const ok = answers.find(({ reply }) => reply.ok)
    if (answers.length === 0) stage.fail(`${id} (${type}) was never answered`)
    if (revision < Number.POSITIVE_INFINITY && ok === undefined && asked.sent === 1)
      stage.fail(`${id} (${type}) was refused and is in the log`)
    if (stage.server.mayLose) continue
    const [first] = answers
    if (ok === undefined) {
      if (first !== undefined && asked.sent === 1 && !couldAnswer(asked, first, replayed))
        stage.fail(`${id} (${type}) was refused by a state that was past: ${JSON.stringify(first.reply)}`)
      continue
    }
    // A command that changed nothing and was sent again may have been decided again.
    if (revision > ok.head) {
      if (!couldAnswer(asked, ok, replayed)) stage.fail(`${id} (${type}) was confirmed and was not in the log`)
    } else {
      confirmed.push({ asked, revision, in: ok.in })
      // Another node may have refused it before, without knowing that this node would accept it. That refusal may arrive later.
      const later = answers.slice(answers.indexOf(ok)).find((one) => !one.reply.ok && (isAlone || one.decidedIn > ok.in))
      if (later !== undefined) stage.fail(`${id} was confirmed, and then ${JSON.stringify(later.reply)}`)
    }
  }
  checkOrder(stage, confirmed)
}

/** True if some state between the sending and the answer gives this answer without a change. States before the sending do not count. */
const couldAnswer = ({ decide, sentAfter, sent, times }: Asked, { reply, head }: Answer, replayed: readonly Replayed[]): boolean =>
  replayed.slice(sent === 1 ? sentAfter - 1 : 0, head).some(({ after }) =>
    // The decision was between two of these times, and a prompt may have closed in between. A repeat gets the first answer if the node
    // still has it.
    times.some((when) => {
      const decision = decide(after, when)
      return decision.ok ? reply.ok && decision.events.length === 0 : !reply.ok && reply.reason === decision.reason
    }),
  )

function checkOrder(stage: Stage, confirmed: readonly { readonly asked: Asked; readonly revision: number; readonly in: number }[]): void {
  const byAnswer = confirmed.toSorted((a, b) => a.in - b.in)
  const bySending = confirmed.toSorted((a, b) => a.asked.sentIn - b.asked.sentIn)
  let [next, highest] = [0, 0]
  for (const { asked, revision } of bySending) {
    for (let one = byAnswer[next]; one !== undefined && one.in < asked.sentIn; one = byAnswer[next]) {
      highest = Math.max(highest, one.revision)
      next += 1
    }
    if (revision < highest) stage.fail(`${asked.id} is at ${revision}, and what was confirmed before it was sent is at ${highest}`)
  }
}
