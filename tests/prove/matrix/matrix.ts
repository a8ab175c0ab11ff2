/**
 * G8: every command of the registry, by every role, before, in, during a break of and after a session. It concerns one's own thing,
 * somebody else's, one of another session, or one that does not exist. It is sent over a socket and over HTTP; in the short form each cell
 * takes one of these ways in turn. The expected answers come from the table of permissions and the rows.
 */
import { isDeepStrictEqual } from 'node:util'
import { chainCommits, emptyChain } from '@rostrum/server/engine/log/chain'
import { commandRefusals } from '@rostrum/shared/contract/command-refusals'
import type { PersonId, SessionId } from '@rostrum/shared/contract/ids'
import type { CommandType, Commit, Event, State } from '@rostrum/shared/contract/registry'
import { evolveAll, initialState } from '@rostrum/shared/domain/decider'
import { getPersonGrant } from '@rostrum/shared/domain/permissions'
import { actorIds, getOwners, scenarios } from '../../support/command-scenarios.ts'
import { isOwnedBy } from '../../support/find-owner.ts'
import { allPeople, getPerson, makeAdmission, plan } from '../../support/fixtures.ts'
import { command, type SentCommand } from '../../support/given.ts'
import { buildLog } from '../../support/log-builder.ts'
import { allTypes } from '../../support/random-session.ts'
import type { Scenario } from '../../support/scenario.ts'
import { formatCount, type Proof, type ProofForm } from '../proof.ts'
import { type Answer, type MatrixPhase, matrixPhases, matrixRows } from './rows.ts'
import { Stage, ways } from './stage.ts'

/** The roles of screens, an officer with one duty of four, and a person whose access has ended. */
const senderIds = {
  chair: actorIds.chair,
  secretariat: actorIds.secretariat,
  rapporteur: 'rapporteur',
  panellist: actorIds.panellist,
  interpreter: actorIds.interpreter,
  participant: actorIds.participant,
  display: actorIds.display,
  revoked: 'gone',
} as const
type Sender = keyof typeof senderIds
const senders = Object.keys(senderIds) as readonly Sender[]
const rapporteur = makeAdmission('rapporteur', 'secretariat', 'Rapporteur', null, 'room')
const people = [
  ...allPeople,
  makeAdmission('gone', 'participant', 'Gone', 'civil', 'room'),
  { ...rapporteur, office: { office: 'rapporteur', duties: ['notes'] } as const },
]
const revokeGone: Event = { type: 'people.revoked', data: { person: 'gone' as PersonId } }

const things = ['own', 'another’s', 'foreign', 'missing'] as const
type Thing = (typeof things)[number]
type Cell = { readonly type: CommandType; readonly moment: MatrixPhase; readonly sender: Sender; readonly thing: Thing }

export const matrix: Proof = {
  promises: ['G8'],
  says: 'commands that were not answered as the tables say, or changed something although they were refused',
  atMost: 900_000,
  async run(form) {
    const stage = await Stage.open()
    try {
      const check = new MatrixCheck(stage, form)
      check.failures.push(...findUndocumented())
      for (const type of allTypes) await check.checkCommand(type)
      const { failures, count } = check
      failures.push(...stage.logLines.filter((line) => (JSON.parse(line) as { level: number }).level >= 50))
      return { figure: `${failures.length} other answers than expected in ${formatCount(count)} commands`, failures }
    } finally {
      await stage.close()
    }
  },
}

/** Lists the answers in the rows that the OpenAPI document does not list. The document is made from the same list. */
const findUndocumented = (): readonly string[] =>
  allTypes.flatMap((type) => {
    const { without, ...row } = matrixRows[type]
    const answers = [...Object.values<Answer>(row), ...Object.values<Answer>(without ?? {})]
    const undocumented = answers.filter((answer) => answer !== 'ok' && !commandRefusals[type].includes(answer))
    return undocumented.map((answer) => `${type} is not documented as refused with ${answer}`)
  })

const build = (type: CommandType, of: string): Scenario<CommandType> => (scenarios[type] as (of: string) => Scenario<CommandType>)(of)

class MatrixCheck {
  readonly failures: string[] = []
  count = 0
  readonly #stage: Stage
  readonly #form: ProofForm
  #cellCount = 0
  /** Sessions for refused commands. Several cells can share such a session. */
  readonly #shared = new Map<string, SessionId>()
  /** The histories of the current command, which many cells have in common. */
  readonly #histories = new Map<string, History | null>()

  constructor(stage: Stage, form: ProofForm) {
    this.#stage = stage
    this.#form = form
  }

  async checkCommand(type: CommandType): Promise<void> {
    this.#shared.clear()
    this.#histories.clear()
    await this.#stage.addSession(rename(makeLog(type, 'made', 'civil-1') ?? []))
    const cells = matrixPhases.flatMap((moment) =>
      senders.flatMap((sender) => things.map((thing): Cell => ({ type, moment, sender, thing }))),
    )
    for (let begin = 0; begin < cells.length; begin += atOnce)
      await Promise.all(cells.slice(begin, begin + atOnce).map((cell) => this.#checkCell(cell)))
  }

  #getHistory(type: CommandType, moment: MatrixPhase, of: string): History | null {
    const key = `${moment} ${of}`
    const known = this.#histories.get(key)
    if (known !== undefined) return known
    const commits = makeLog(type, moment, of)
    const history = commits && { commits, state: replayLog(commits) }
    this.#histories.set(key, history)
    return history
  }

  async #checkCell(cell: Cell): Promise<void> {
    const { type, moment, sender, thing } = cell
    const owners = getOwners(sender === 'revoked' || sender === 'rapporteur' ? 'participant' : sender, type)
    const present = thing === 'own' ? owners.own : 'civil-1'
    const named = thing === 'own' ? owners.own : thing === 'another’s' ? 'civil-1' : thing === 'foreign' ? 'foreign' : 'nobody'
    const history = this.#getHistory(type, moment, present)
    const { data } = build(type, present)
    // A command that concerns no particular thing is checked once.
    if (history === null || (thing !== 'own' && isDeepStrictEqual(data(named), data(owners.own)))) return
    const { commits, state } = history
    const turn = this.#cellCount++ % ways.length
    for (const way of this.#form === 'long' ? ways : ways.slice(turn, turn + 1)) {
      const expected = sender === 'revoked' ? (way === 'http' ? 'forbidden' : 'revoked') : expectAnswer(cell, state, data(named))
      const key = `${moment} ${present} ${way}`
      const session = (expected === 'ok' ? undefined : this.#shared.get(key)) ?? (await this.#stage.addSession(commits))
      if (expected !== 'ok') this.#shared.set(key, session)
      const ticket = await this.#stage.getTicket(session, senderIds[sender])
      const answer = await this.#stage.send(way, session, ticket, type, data(named))
      this.count += 1
      if (answer !== expected) this.failures.push(`${type} ${moment} ${sender} ${thing} by ${way}: ${answer} instead of ${expected}`)
      const added = (await this.#stage.getRevision(session)) - commits.length
      if (expected !== 'ok' && added !== 0 && added !== countOwn(state))
        this.failures.push(`${type} ${moment} ${sender} ${thing} by ${way} changed something`)
    }
  }
}
type History = { readonly commits: readonly Commit[]; readonly state: State }
const atOnce = 8

/** Counts the commits that the server itself adds to such a log. It notes that it has no memory of the responses to the prompt. */
const countOwn = ({ sense }: State): number => (['open', 'closed'].includes(sense.prompts.at(-1)?.status ?? '') ? 1 : 0)

/** Returns null if the session cannot be in that phase. */
function makeLog(type: CommandType, moment: MatrixPhase, of: string): readonly Commit[] | null {
  const { history } = build(type, of)
  const end = (what: 'session.suspend' | 'session.close'): readonly (SentCommand | Event)[] => [
    ...(history.length > 0 ? history : [command('chair', 'session.open', {})]),
    command('chair', what, {}, { id: 'moment' }),
  ]
  const { phase } = replayLog(buildLog(plan, history, people)).session
  if (moment === 'suspended' && (phase === 'suspended' || phase === 'closed')) return null
  if (moment === 'closed' && phase === 'closed') return null
  const whole = { planned: [], made: history, suspended: end('session.suspend'), closed: end('session.close') }[moment]
  return buildLog(plan, [...whole, revokeGone], people)
}

const replayLog = (commits: readonly Commit[]): State => commits.reduce((held, { events, at }) => evolveAll(held, events, at), initialState)

function expectAnswer({ type, moment, sender, thing }: Cell, state: State, data: object): Answer {
  const person = getPerson(state, senderIds[sender])
  const grant = getPersonGrant(person, type)
  if (grant === 'no' || (grant === 'own' && !isOwnedBy(state, data, person.id))) return 'forbidden'
  const row = matrixRows[type]
  return thing === 'own' || thing === 'another’s' ? row[moment] : (row.without ?? row)[moment]
}

/**
 * Returns the same session with civil-1's things under other ids. These things exist on this server, but not in the session that gets the
 * command.
 */
const rename = (commits: readonly Commit[]): readonly Commit[] =>
  chainCommits(
    emptyChain,
    (JSON.parse(JSON.stringify(commits).replaceAll('civil-1', 'foreign')) as Commit[]).map(({ chain: _, ...commit }) => commit),
  )
