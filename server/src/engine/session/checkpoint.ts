/**
 * A checkpoint is the state of a session at a revision. With it, a start reads only the commits after it, not the whole log. It is trusted
 * only if this program made it and its chain is that of the log. Without one, everything is replayed.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CommandId, SessionId } from '@rostrum/shared/contract/ids'
import type { Commit, State } from '@rostrum/shared/contract/registry'
import type { Actor } from '@rostrum/shared/contract/roles'
import { evolveAll, initialState } from '@rostrum/shared/domain/decider'
import { fromStoredState, type StoredState, toStoredState } from '@rostrum/shared/domain/stored-state'
import { type Revision, revisionZero } from '@rostrum/shared/kernel/revision'
import type { Instant } from '@rostrum/shared/kernel/time'
import { emptyChain } from '../log/chain.ts'
import type { Log } from '../log/log.ts'
import { DamagedLogError } from '../log/log-errors.ts'
import type { Logger } from '../telemetry/logger.ts'
import { type CommandSenders, type Sender, toSender } from './reply-cache.ts'

/** The content of a session after its commit `revision`. */
export type Checkpoint = {
  readonly revision: Revision
  readonly chain: string
  /** The time of that commit. */
  readonly at: Instant
  readonly state: State
  readonly senders: CommandSenders
}

export const emptyCheckpoint: Checkpoint = { revision: revisionZero, chain: emptyChain, at: 0 as Instant, state: initialState, senders: [] }

/** Returns the checkpoint of a session if it can be read and trusted, otherwise the empty one. Rejects with the errors of the log. */
export async function loadCheckpoint(log: Log, session: SessionId, logger: Pick<Logger, 'warn'>): Promise<Checkpoint> {
  const text = await loadText(log, session, logger)
  const checkpoint = text === null ? null : decodeCheckpoint(text)
  return checkpoint !== null && (await isOf(log, session, checkpoint)) ? checkpoint : emptyCheckpoint
}

/** Returns null if the checkpoint cannot be read: the session is then opened without it. */
const loadText = async ({ checkpoints }: Log, session: SessionId, logger: Pick<Logger, 'warn'>): Promise<string | null> => {
  try {
    return (await checkpoints?.load(session)) ?? null
  } catch (error) {
    logger.warn({ err: error, session }, 'a checkpoint cannot be read; the whole log is replayed')
    return null
  }
}

/** Makes the checkpoint at the head of the log from the previous one, and saves it. */
export async function advanceCheckpoint(log: Log, session: SessionId, logger: Pick<Logger, 'warn'>): Promise<void> {
  const before = await loadCheckpoint(log, session, logger)
  const commits = await log.read(session, before.revision)
  const last = commits.at(-1)
  if (last === undefined || log.checkpoints === null) return
  const { revision, chain, at } = last
  const state = commits.reduce((now, { events, at }) => evolveAll(now, events, at), before.state)
  const senders = [...before.senders, ...commits.map((commit: Commit) => [commit.command.id, toSender(commit)] as const)]
  await log.checkpoints.save(session, encodeCheckpoint({ revision, chain, at, state, senders }))
  // Another node may have deleted the session in the meantime.
  if (!(await isOf(log, session, last))) await log.checkpoints.delete(session)
}

const isOf = async (log: Log, session: SessionId, { revision, chain }: Pick<Checkpoint, 'revision' | 'chain'>): Promise<boolean> => {
  try {
    return (await log.readChain(session, revision)) === chain
  } catch (error) {
    if (error instanceof DamagedLogError) return false
    throw error
  }
}

/** The checksum covers the program too. So a checkpoint that is torn, changed or made by another program counts as none. */
export const encodeCheckpoint = ({ state, senders, ...head }: Checkpoint): string => {
  const text = JSON.stringify({ ...head, senders: packSenders(senders), state: toStoredState(state) })
  return `${computeChecksum(text)}\n${text}`
}

export const decodeCheckpoint = (text: string): Checkpoint | null => {
  const end = text.indexOf('\n')
  const body = text.slice(end + 1)
  if (end === -1 || text.slice(0, end) !== computeChecksum(body)) return null
  const { senders, state, ...head } = JSON.parse(body) as StoredCheckpoint // its checksum was verified: this program wrote it
  return { ...head, senders: unpackSenders(senders), state: fromStoredState(state) }
}

type StoredCheckpoint = Pick<Checkpoint, 'revision' | 'chain' | 'at'> & { readonly senders: PackedSenders; readonly state: StoredState }

/** Few people send many commands. So each person is stored once, and each command refers to that person's place. */
type PackedSenders = {
  readonly people: readonly Actor['person'][]
  readonly ids: readonly CommandId[]
  readonly places: readonly number[]
  readonly digests: readonly Sender['digest'][]
}

const packSenders = (senders: CommandSenders): PackedSenders => {
  const placeOf = new Map<Actor['person'], number>()
  const places = senders.map(([, { person }]) => {
    const place = placeOf.get(person) ?? placeOf.size
    placeOf.set(person, place)
    return place
  })
  return { people: [...placeOf.keys()], ids: senders.map(([id]) => id), places, digests: senders.map(([, { digest }]) => digest) }
}

const unpackSenders = ({ people, ids, places, digests }: PackedSenders): CommandSenders =>
  ids.map((id, index) => [id, { person: people[places[index] ?? -1] as Actor['person'], digest: digests[index] ?? null }])

const computeChecksum = (text: string): string => createHash('sha256').update(getProgramDigest()).update(text).digest('hex')

let programDigest: string | null = null

/** Returns the digest of the compiled code that computes a state from commits, even if the sources are running. */
const getProgramDigest = (): string => {
  programDigest ??= digestProgram()
  return programDigest
}

const digestProgram = (): string => {
  const decider = createRequire(import.meta.url).resolve('@rostrum/shared/domain/decider')
  const folders = ['contract', 'domain', 'kernel'].map((name) => join(dirname(decider), '..', '..', 'dist', name))
  const hash = createHash('sha256')
  for (const file of ['log/upcast.js', 'session/checkpoint.js'])
    hash.update(readFileSync(fileURLToPath(new URL(`../../../dist/engine/${file}`, import.meta.url))))
  for (const folder of folders)
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort())
      if (file.endsWith('.js')) hash.update(file).update(readFileSync(join(folder, file)))
  return hash.digest('hex')
}
