/** The bugs, with those of `start-bugs.ts` and `order-bugs.ts`. Each is a change of the product's text, with the tests that find it. The fastest test comes first. */
import { orderBugs } from './order-bugs.ts'
import type { Bug } from './plant.ts'
import { startBugs } from './start-bugs.ts'

const session = 'tests/server/session.test.ts'
const simulation = 'tests/prove/simulation/simulation.slow.test.ts'

export const bugs: readonly Bug[] = [
  {
    name: 'an answer before the commit is stored',
    edits: [
      {
        file: 'server/src/engine/session/session.ts',
        replace: '    if (commits.length === 0) for (const settle of effects) settle()',
        by: '    for (const resolve of replies) resolve()\n    if (commits.length === 0) for (const settle of effects) settle()',
      },
    ],
    killers: [
      { file: session, test: '[L3] a change is published after it is stored and before it is answered' },
      { file: session, test: '[L5] answers unavailable, publishes nothing' },
    ],
  },
  {
    name: 'first answers are not rebuilt from the log',
    edits: [
      {
        file: 'server/src/engine/session/held-state.ts',
        replace: 'this.replyCache.addCommit(commit)',
        by: 'if (states !== undefined) this.replyCache.addCommit(commit)',
      },
    ],
    killers: [
      { file: session, test: '[L1] first answers are restored from the log after a restart' },
      { file: session, test: '[L1, L3] a node that has not heard of the first command yet' },
    ],
  },
  {
    name: 'a screen applies a frame after a gap',
    edits: [
      {
        file: 'shared/src/protocol/frame.ts',
        replace: 'if (!current || current.cursor !== frame.base)',
        by: 'if (!current)',
      },
    ],
    killers: [
      { file: 'tests/sync/frame.test.ts', test: '[W6] a delta that starts from another cursor is a gap: a moment that was skipped' },
      { file: simulation, test: '[L8, L91] after any faults' },
    ],
  },
  {
    name: 'the public view has the parts of the staff',
    edits: [
      {
        file: 'shared/src/projection/project.ts',
        replace: '([, part]) => part.audiences[audience]',
        by: "([, part]) => part.audiences[audience === 'public' ? 'staff' : audience]",
      },
    ],
    killers: [
      { file: 'tests/projection/secrets.test.ts', test: '[V11] content for the staff only is in a part or a field' },
      { file: 'tests/server/secrets.test.ts', test: '[V13] cannot be counted: the frames of others' },
    ],
  },
  {
    name: 'a right is checked before the command waits for its turn',
    edits: [
      {
        file: 'server/src/engine/session/session.ts',
        replace: '    return this.executeDecision(actor, sent.id, sent.type, (state, at) => decide(state, ',
        by: '    const { people } = this.state\n    return this.executeDecision(actor, sent.id, sent.type, (state, at) => decide({ ...state, people }, ',
      },
    ],
    killers: [
      { file: session, test: '[L121] a command is refused if the right to it was withdrawn while it waited' },
      { file: simulation, test: '[L8, L91] after any faults' },
    ],
  },
  {
    name: 'the time of a session is the wall time',
    edits: [
      {
        file: 'server/src/engine/session/session-clock.ts',
        replace: '    this.#last = Math.max(this.#last, Math.round(this.measure()))\n    return this.#last as Instant',
        by: '    return Math.round(this.#now()) as Instant',
      },
    ],
    killers: [
      { file: 'tests/server/session-clock.test.ts', test: '[L26] a clock that is set back' },
      { file: 'tests/server/session-clock.test.ts', test: '[L26] a turn keeps its real length' },
    ],
  },
  {
    name: 'a cell of a CSV file is not guarded',
    edits: [{ file: 'server/src/people/roster/csv-writer.ts', replace: 'quoteCell(guardFormula(value))', by: 'quoteCell(value)' }],
    killers: [{ file: 'tests/record/formula-cells.test.ts', test: '[S72] it is guarded in CSV' }],
  },
  {
    name: 'a slow reader may leave any number of bytes unsent',
    edits: [{ file: 'server/src/engine/wire/backlog.ts', replace: 'return unsent > this.#maxUnsent', by: 'return false' }],
    killers: [{ file: 'tests/server/backlog.test.ts', test: '[L14, L103] a screen may leave 256 KiB unsent' }],
  },
  {
    name: 'a display may command',
    edits: [{ file: 'shared/src/domain/permissions.ts', replace: "display: 'no'", by: "display: 'yes'" }],
    killers: [
      { file: 'tests/domain/permissions.test.ts', test: '[P6] a display may do nothing' },
      { file: 'tests/server/gateway.test.ts', test: '[P4] display and participants may not use commands of the staff' },
    ],
  },
  {
    name: 'a cursor is the revision',
    edits: [
      {
        file: 'server/src/engine/fanout/audience-fanout.ts',
        replace: 'const frames = [stream.advance(state, at)]',
        by: 'const frames = [stream.advance(state, at, this.#ports.session.revision)]',
      },
      {
        file: 'server/src/engine/fanout/frame-stream.ts',
        replace: 'advance(state: State, at: Instant): Encoded',
        by: 'advance(state: State, at: Instant, revision: number | null = null): Encoded',
      },
      {
        file: 'server/src/engine/fanout/frame-stream.ts',
        replace: 'this.#setCursor(this.#digest.cursor, at)',
        by: 'this.#setCursor(revision === null ? this.#digest.cursor : (String(revision) as Cursor), at)',
      },
    ],
    killers: [
      { file: 'tests/server/secrets.test.ts', test: '[V13] cannot be counted by reconnecting' },
      { file: 'tests/server/secrets.test.ts', test: '[V13] cannot be counted: the frames of others' },
    ],
  },
  {
    name: 'an alarm that could not be stored is not rung again',
    edits: [
      {
        file: 'server/src/engine/session/deadline-timer.ts',
        replace:
          "    if (!reply.ok && reply.reason === 'unavailable' && current === deadline) timer = setTimeout(fire, retryDelay, deadline)\n",
        by: '',
      },
    ],
    killers: [
      { file: 'tests/server/deadline-timer.test.ts', test: '[Q31] a last call that ends while the store is failing' },
      { file: simulation, test: '[L8, L91] after any faults' },
    ],
  },
  {
    name: 'histories are told apart by their revisions alone',
    edits: [
      {
        file: 'server/src/engine/session/record-loss.ts',
        replace: 'commits[seen.revision - 1]?.chain === seen.chain',
        by: 'commits.length >= seen.revision',
      },
    ],
    killers: [
      { file: session, test: '[L92] the loss is reported even if other nodes have since written the same number again' },
      { file: simulation, test: '[L91] seed 228 finds nothing any more' },
    ],
  },
  ...startBugs,
  ...orderBugs,
]
