/** Who was not heard, each person once, and what they have sent instead; then those who sent a text although they were heard, or did not ask. */
import type { EntryId, PersonId } from '@rostrum/shared/contract/ids'
import type { View } from '@rostrum/shared/projection/registry'
import type { StatementView, UnheardView } from '@rostrum/shared/projection/statements'

export type Row = {
  readonly key: string
  readonly from: Pick<UnheardView, 'entity' | 'group' | 'channel'>
  readonly unheard: boolean
  /** Without a device they have not seen the invitation. */
  readonly device: boolean
  readonly sent: StatementView | null
}

export const rowsOf = (unheard: View['unheard'] = {}, statements: View['statements'] = {}): readonly Row[] => {
  const left = new Map<string, UnheardView & { readonly entry: EntryId }>()
  for (const [id, row] of Object.entries(unheard)) if (row) left.set(row.person ?? id, { ...row, entry: id as EntryId })
  const notReached = [...left.entries()]
    .sort(([, a], [, b]) => a.askedAt - b.askedAt)
    .map(([key, row]): Row => {
      const sent = row.person === null ? null : (statements[row.person] ?? null)
      return { key, from: row, unheard: true, device: row.person !== null, sent }
    })
  const others = Object.entries(statements)
    .flatMap(([person, sent]) => (sent && !left.has(person as PersonId) ? [{ person, sent }] : []))
    .sort((a, b) => a.sent.filedAt - b.sent.filedAt)
    .map(({ person, sent }): Row => ({ key: person, from: sent, unheard: false, device: true, sent }))
  return [...notReached, ...others]
}
