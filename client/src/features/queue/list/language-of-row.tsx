import type { EntryId } from '@rostrum/shared/contract/ids'
import { useSend, useView } from '../../../session/hooks.tsx'
import { LanguageDialog } from '../../../widgets/language-dialog.tsx'

export const LanguageOfRow = ({ entry, onClose }: { entry: EntryId; onClose: () => void }) => {
  const send = useSend('queue')
  const row = useView(({ entries }) => entries[entry])
  if (!row) return null
  return (
    <LanguageDialog
      who={row.entity}
      spoken={row.language}
      onUse={(language) => void send({ type: 'queue.set-language', data: { entry, language } })}
      onClose={onClose}
    />
  )
}
