import { Map as Table } from 'immutable'
import type { Evolvers } from '../../contract/registry.ts'
import type { StatementEvents, StatementsState } from '../../contract/statements.ts'

export const initialStatements: StatementsState = { all: Table() }

export const statementEvolvers: Evolvers<StatementsState, StatementEvents> = {
  'statements.filed': ({ all }, { statement }) => ({ all: all.set(statement.author.person, statement) }),
  'statements.withdrawn': ({ all }, { person }) => ({ all: all.delete(person) }),
}
