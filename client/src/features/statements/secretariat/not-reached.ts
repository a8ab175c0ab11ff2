/** People who were not reached, each once, with their statements. They are followed by other people who filed a statement. */
import type { EntryId, PersonId } from '@rostrum/shared/contract/ids'
import type { Command } from '@rostrum/shared/contract/registry'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { View } from '@rostrum/shared/projection/registry'
import type { NotReachedView, StatementView } from '@rostrum/shared/projection/statements'

type HandedInBy = Extract<Command, { type: 'statements.enter' }>['data']['by']

export type NotReachedPersonRow = {
  readonly key: string
  /** For a statement that the person hands in. */
  readonly by: HandedInBy
  readonly from: Pick<NotReachedView, 'entity' | 'group' | 'channel' | 'toConfirm'>
  /** Null if the person was reached, or had not asked. */
  readonly askedAt: Instant | null
  /** True if a request lapsed because the person was absent when called. */
  readonly wasAbsent: boolean
  /** People without a device have not seen the invitation. */
  readonly hasDevice: boolean
  readonly statement: StatementView | null
}

export const listNotReachedPeople = (
  notReached: View['notReached'] = {},
  statements: View['statements'] = {},
): readonly NotReachedPersonRow[] => {
  const notReachedByPerson = new Map<string, NotReachedView & { readonly entry: EntryId }>()
  const absent = new Set<string>()
  for (const [id, row] of Object.entries(notReached)) {
    if (!row) continue
    const key = row.person ?? id
    notReachedByPerson.set(key, { ...row, entry: id as EntryId })
    if (row.absent === true) absent.add(key)
  }
  const askedPeople = [...notReachedByPerson.entries()]
    .sort(([, a], [, b]) => a.askedAt - b.askedAt)
    .map(([key, row]): NotReachedPersonRow => {
      const sent = statements[row.person ?? row.entry] ?? null
      const by = { kind: 'entry', entry: row.entry } as const
      const wasAbsent = absent.has(key)
      return { key, by, from: row, askedAt: row.askedAt, wasAbsent, hasDevice: row.person !== null, statement: sent }
    })
  const others = Object.entries(statements)
    .flatMap(([person, sent]) => (sent && !notReachedByPerson.has(person as PersonId) ? [{ person, sent }] : []))
    .sort((a, b) => a.sent.filedAt - b.sent.filedAt)
    .map(
      ({ person, sent }): NotReachedPersonRow => ({
        key: person,
        by: { kind: 'person', person: person as PersonId },
        from: sent,
        askedAt: null,
        wasAbsent: false,
        hasDevice: true,
        statement: sent,
      }),
    )
  return [...askedPeople, ...others]
}
