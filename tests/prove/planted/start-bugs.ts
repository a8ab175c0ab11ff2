/** The bugs of restarts, of second nodes and of clocks. */
import type { Bug } from './plant.ts'

const clockAtStart = 'tests/server/clock-at-start.test.ts'
const nodeClock = 'tests/server/node-clock.test.ts'
const checkpoint = 'tests/server/checkpoint.test.ts'
const erasure = 'tests/server/erase-personal-data.test.ts'
const sessionClock = 'server/src/engine/session/session-clock.ts'
const isTimeRunning = 'server/src/engine/session/is-time-running.ts'
const eraseDue = 'server/src/doors/application/erase-personal-data.ts'
const nodes = 'server/src/engine/nodes/nodes.ts'
const loadState = 'server/src/engine/session/checkpoint.ts'

export const startBugs: readonly Bug[] = [
  {
    name: 'a start believes every clock',
    edits: [{ file: sessionClock, replace: 'gap >= -maxSkew && gap <= maxGap', by: 'gap >= -maxSkew' }],
    killers: [{ file: clockAtStart, test: '[L185] a turn that runs over a restart keeps its length where the clock at the start is two' }],
  },
  {
    name: 'the time of a session is noted once',
    edits: [
      {
        file: 'server/src/engine/session/time-marks.ts',
        replace: 'timer = setTimeout(writeAgain, pause)',
        by: 'timer = setTimeout(() => undefined, pause)',
      },
    ],
    killers: [{ file: clockAtStart, test: '[L185] after a crash at most five seconds' }],
  },
  {
    name: 'a start with a wrong clock makes a close final',
    edits: [{ file: isTimeRunning, replace: 'session.closedAt !== null && at <', by: 'session.closedAt !== null && at + 60_000 <' }],
    killers: [{ file: clockAtStart, test: '[L185] a last call of two minutes lasts two minutes' }],
  },
  {
    name: 'a start with a wrong clock ends a last call',
    edits: [{ file: isTimeRunning, replace: '(hasTurn || listDeadlines(state).length > 0)', by: 'hasTurn' }],
    killers: [{ file: clockAtStart, test: '[L185] a last call of two minutes lasts two minutes' }],
  },
  {
    name: 'a node that comes keeps its own time',
    edits: [{ file: nodes, replace: '    if (isTaken) clock.take(reading)\n', by: '' }],
    killers: [
      { file: nodeClock, test: '[L186] a node that is ten minutes ahead' },
      { file: nodeClock, test: '[L186] a speech is as long as it was' },
    ],
  },
  {
    name: 'nodes that start together have two times',
    edits: [
      {
        file: 'server/src/engine/nodes/node-clock.ts',
        replace: 'Math.abs(difference) < together ? isFirst : difference > 0',
        by: 'difference > together',
      },
    ],
    killers: [{ file: nodeClock, test: '[L186] nodes that start together have one time' }],
  },
  {
    name: 'the time that a node serves jumps to that of another',
    edits: [{ file: nodes, replace: '!this.knowsOthers && clock.isOlder', by: 'clock.isOlder' }],
    killers: [{ file: nodeClock, test: '[L186] a time that was served does not jump' }],
  },
  {
    name: 'one look at a clock erases',
    edits: [{ file: eraseDue, replace: 'left > 0 || at - notedAt < notice', by: 'left > 0' }],
    killers: [{ file: erasure, test: '[L188] one start with a clock sixty days ahead' }],
  },
  {
    name: 'the note of a wrong clock stays',
    edits: [{ file: eraseDue, replace: 'if (notedAt !== null) await sessions.noteErasure(id, null)\n    return', by: 'return' }],
    killers: [{ file: erasure, test: '[L188] one start with a clock sixty days ahead' }],
  },
  {
    name: 'after a restart an id belongs to anybody',
    edits: [{ file: loadState, replace: 'people[places[index] ?? -1] as', by: 'people[0] as' }],
    killers: [{ file: checkpoint, test: '[L1, L2, L70] first answers are kept' }],
  },
  {
    name: 'a checkpoint of another history is believed',
    edits: [{ file: loadState, replace: 'checkpoint !== null && (await isOf(log, session, checkpoint)) ?', by: 'checkpoint !== null ?' }],
    killers: [{ file: checkpoint, test: '[L70] a checkpoint of another program' }],
  },
  {
    name: 'a second node decides by its own time after a commit of another',
    edits: [
      {
        file: 'server/src/engine/session/held-state.ts',
        replace: '    if (last !== undefined) this.#clock.catchUp(last.at)\n',
        by: '    if (last !== undefined && states !== undefined) this.#clock.catchUp(last.at)\n',
      },
    ],
    killers: [{ file: 'tests/server/session-clock.test.ts', test: '[L26] a turn keeps its real length' }],
  },
]
