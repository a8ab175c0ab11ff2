import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { State } from '@rostrum/shared/contract/registry'
import { markNotConfirmed } from './not-confirmed.ts'
import type { RecordTimes } from './times.ts'

/** Builds the statements in the order in which they were submitted. */
export const buildStatements = ({ statements, people }: State, { toIso }: RecordTimes): SessionRecord['statements'] =>
  [...statements.all.values()]
    .sort((a, b) => a.filedAt - b.filedAt || (a.id < b.id ? -1 : 1))
    .map(({ id, author, entry, turn, segment, words, filedAt, enteredBy, text }, index) => ({
      id,
      number: index + 1,
      entity: author.entity,
      ...markNotConfirmed({ people }, author),
      group: author.group,
      channel: author.channel,
      request: entry,
      turn,
      segment,
      words,
      filedAt: toIso(filedAt),
      entered: enteredBy !== undefined,
      text,
    }))
