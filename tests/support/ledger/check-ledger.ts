/**
 * Compares the ledgers of clients with the log after a fault. Every line that it returns is a broken promise. It reads files and the log
 * alone, and trusts nothing that the server kept in its memory.
 */
import { createHash } from 'node:crypto'
import { findBrokenCommit } from '@rostrum/server/engine/log/chain'
import { type Checkpoint, decodeCheckpoint, emptyCheckpoint, encodeCheckpoint } from '@rostrum/server/engine/session/checkpoint'
import type { CommandId } from '@rostrum/shared/contract/ids'
import type { Commit, State } from '@rostrum/shared/contract/registry'
import { systemActor } from '@rostrum/shared/contract/roles'
import { decide, evolveAll, initialState } from '@rostrum/shared/domain/decider'
import { anonymizeActor } from '@rostrum/shared/domain/questions/anonymity'
import { toStoredState } from '@rostrum/shared/domain/stored-state'
import type { AskedCommand } from './ledger-file.ts'

/** The types of commits that the server makes without a command of a client. */
const ownTypes: readonly Commit['command']['type'][] = [
  'session.create',
  'people.admit',
  'session.record-attendance',
  'session.record-profile',
  'queue.close',
]

export type Stored = {
  readonly commits: readonly Commit[]
  /** The stored checkpoint. Null: a checkpoint is made at half of the log. */
  readonly checkpoint?: Checkpoint | null
  /** The last commit that was stored before anybody wrote a ledger. */
  readonly givenUntil?: number
}

export function checkLedger(asked: readonly AskedCommand[], { commits, checkpoint = null, givenUntil = 0 }: Stored): readonly string[] {
  const revisions = new Map(commits.map(({ command, revision }) => [command.id, revision as number]))
  return [
    ...checkRevisions(commits),
    ...checkAnswers(asked, revisions),
    ...checkCommits(asked, commits, givenUntil),
    ...checkOrder(asked, revisions),
    ...checkCheckpoint(commits, checkpoint ?? makeHalfway(commits)),
  ]
}

export const isConfirmed = ({ reply }: AskedCommand): boolean => reply?.ok === true

/** Returns the same hash for equal states, however they were computed. */
const hashState = (state: State): string =>
  createHash('sha256')
    .update(toSorted(toStoredState(state)))
    .digest('hex')

export const replayCommits = (commits: readonly Commit[], from: State = initialState): State =>
  commits.reduce((state, { events, at }) => evolveAll(state, events, at), from)

function checkRevisions(commits: readonly Commit[]): readonly string[] {
  const failures = commits.flatMap(({ revision }, index) =>
    revision === index + 1 ? [] : [`commit ${revision} is in the place of ${index + 1}`],
  )
  const broken = findBrokenCommit(commits)
  if (broken !== null) failures.push(`the chain is broken at commit ${broken.revision}`)
  const seen = new Set<CommandId>()
  for (const { command, revision } of commits)
    if (seen.size === seen.add(command.id).size) failures.push(`${command.id} is in the log twice, again at ${revision}`)
  return failures
}

/**
 * Checks that confirmed commands are in the log and refused ones are not. The load sends only commands that have an effect if they are
 * accepted.
 */
function checkAnswers(asked: readonly AskedCommand[], revisions: ReadonlyMap<CommandId, number>): readonly string[] {
  return asked.flatMap(({ id, command, reply }) => {
    if (reply?.ok === true && !revisions.has(id)) return [`${command.type} ${id} was confirmed and is not in the log`]
    if (reply?.ok === false && revisions.has(id)) return [`${command.type} ${id} was refused (${reply.reason}) and is in the log`]
    return []
  })
}

/** Checks that every commit is what somebody asked for, as the domain decides it at this position of the log. */
function checkCommits(asked: readonly AskedCommand[], commits: readonly Commit[], givenUntil: number): readonly string[] {
  const byId = new Map(asked.map((one) => [one.id, one]))
  const failures: string[] = []
  let state = initialState
  for (const { revision, actor, at, command, events } of commits) {
    const found = byId.get(command.id)
    if (found !== undefined) {
      const by = { person: found.person }
      const decision = decide(state, found.command, { actor: by, at, id: command.id })
      const expected = {
        type: found.command.type,
        actor: anonymizeActor(state, by, command.type),
        events: decision.ok ? decision.events : [],
      }
      if (!isAlike({ type: command.type, actor, events }, expected)) failures.push(`commit ${revision} is not what ${command.id} asked for`)
    } else if (revision > givenUntil && (actor.person !== systemActor.person || !ownTypes.includes(command.type)))
      failures.push(`commit ${revision} (${command.type}) was asked for by nobody`)
    state = evolveAll(state, events, at)
  }
  return failures
}

const isAlike = (one: unknown, other: unknown): boolean => toSorted(one) === toSorted(other)
const toSorted = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )

/** Checks that a command comes before all commands that were sent after its confirmation. */
function checkOrder(asked: readonly AskedCommand[], revisions: ReadonlyMap<CommandId, number>): readonly string[] {
  const stored = asked.flatMap((one) => {
    const revision = revisions.get(one.id)
    return revision === undefined ? [] : [{ ...one, revision }]
  })
  const answered = stored.filter(isConfirmed).sort((a, b) => (a.answeredAt ?? 0) - (b.answeredAt ?? 0))
  const failures: string[] = []
  let index = 0
  let highest = { id: '' as CommandId, revision: 0 }
  for (const one of [...stored].sort((a, b) => a.sentAt - b.sentAt)) {
    for (let next = answered[index]; next !== undefined && (next.answeredAt ?? 0) < one.sentAt; next = answered[index]) {
      if (next.revision > highest.revision) highest = next
      index += 1
    }
    if (highest.revision > one.revision)
      failures.push(`${one.id} stands at ${one.revision}, and ${highest.id}, confirmed before it was sent, at ${highest.revision}`)
  }
  return failures
}

function checkCheckpoint(commits: readonly Commit[], { revision, chain, state }: Checkpoint): readonly string[] {
  if (revision > 0 && commits[revision - 1]?.chain !== chain) return [`the checkpoint at ${revision} is of another log`]
  const whole = hashState(replayCommits(commits))
  const continued = hashState(replayCommits(commits.slice(revision), state))
  return whole === continued ? [] : [`the checkpoint at ${revision} and what follows is not what the whole log gives`]
}

function makeHalfway(commits: readonly Commit[]): Checkpoint {
  const half = commits.slice(0, Math.floor(commits.length / 2))
  const last = half.at(-1)
  if (last === undefined) return emptyCheckpoint
  const { revision, chain, at } = last
  return decodeCheckpoint(encodeCheckpoint({ revision, chain, at, state: replayCommits(half), senders: [] })) ?? emptyCheckpoint
}
