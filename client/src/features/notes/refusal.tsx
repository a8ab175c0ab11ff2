import type { NoteId } from '@rostrum/shared/contract/ids'
import type { CommandType } from '@rostrum/shared/contract/registry'
import { useRefusal } from '../../session/hooks.tsx'
import { useScreen } from '../../session/store.ts'
import { refusalWords } from '../../text/refusal-text.ts'
import { useText } from '../../text/use-text.tsx'
import { Refusal as Words } from '../../ui/refusal-text.tsx'

export const Refusal = ({ of }: { of: readonly CommandType[] }) => <Words words={refusalWords(useText().t, useRefusal(of))} />

/** Of the edit of one point. That somebody else was faster is told with both texts. */
export const EditRefusal = ({ of }: { of: NoteId }) => {
  const { t } = useText()
  const why = useScreen(({ refused }) => {
    const envelope = refused?.pending.envelope
    return refused && envelope?.type === 'notes.edit' && envelope.data.note === of ? refused.why : null
  })
  return <Words words={why === 'moved-on' ? null : refusalWords(t, why)} />
}
