import type { NoteId } from '@rostrum/shared/contract/ids'
import { useAreaRefusal } from '../../../session/refusal-claims.ts'
import { getRefusalText } from '../../../text/refusal-text.ts'
import { useText } from '../../../text/use-text.tsx'
import { RefusalText } from '../../../ui/refusal-text.tsx'

/** The refusal of the edit of one note. For a conflict, both texts are shown instead. */
export const NoteEditRefusal = ({ note }: { note: NoteId }) => {
  const { t } = useText()
  const refusal = useAreaRefusal('note-edit', ({ pending: { envelope } }) => 'note' in envelope.data && envelope.data.note === note)
  return <RefusalText text={refusal?.reason === 'conflict' ? null : getRefusalText(t, refusal?.reason ?? null)} />
}
