/** The language of the turn that has the floor when the dialog opens. The turn may end in the meantime. */
import type { TurnId } from '@rostrum/shared/contract/ids'
import { useState } from 'react'
import { useSend, useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { LanguageDialog } from '../../../widgets/language-dialog.tsx'

export const LanguageOfTurn = ({ onClose }: { onClose: () => void }) => {
  const { t } = useText()
  const send = useSend('controls')
  const current = useView(({ floor }) => floor.current)
  const [turn] = useState(current)
  if (turn === null) return null
  return (
    <LanguageDialog
      who={turn.speaker?.entity ?? t('give.panel')}
      spoken={turn.language}
      onUse={(language) => void send({ type: 'floor.set-language', data: { turn: turn.id as TurnId, language } })}
      onClose={onClose}
    />
  )
}
