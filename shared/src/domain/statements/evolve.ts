import { Map as Table } from 'immutable'
import type { Evolvers } from '../../contract/registry.ts'
import { getStatementKey, type StatementEvents, type StatementsState } from '../../contract/statements.ts'

export const initialStatements: StatementsState = { all: Table() }

export const statementEvolvers: Evolvers<StatementsState, StatementEvents> = {
  'statements.filed': ({ all }, { statement }) => ({ all: all.set(getStatementKey(statement), statement) }),
  'statements.withdrawn': ({ all }, { person }) => ({ all: all.delete(person) }),
  'statements.removed': ({ all }, { key }) => ({ all: all.delete(key) }),
}
