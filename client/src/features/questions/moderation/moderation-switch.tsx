/** Switches moderation before publication on or off. The user first reads what the change means. */

import type { ModerationMode } from '@rostrum/shared/contract/enums'
import { useState } from 'react'
import { useSend, useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { CheckRow } from '../../../ui/check-row.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { DialogActions } from '../../../widgets/dialog-form.tsx'
import { RefusalMessage } from '../../../widgets/refusal-message.tsx'

export const ModerationSwitch = () => {
  const { t } = useText()
  const send = useSend('moderation-mode')
  const isModerated = useView(({ questionRules }) => questionRules.moderated)
  const [chosen, setChosen] = useState<ModerationMode | null>(null)
  const current: ModerationMode = isModerated ? 'before' : 'none'
  const close = () => setChosen(null)
  return (
    <>
      <CheckRow label={t('questions.moderation.moderated')} checked={isModerated} onChange={(on) => setChosen(on ? 'before' : 'none')} />
      <RefusalMessage area="moderation-mode" />
      {chosen === null || chosen === current ? null : (
        <ModalDialog open title={t(`questions.moderation.moderate.${chosen}`)} onClose={close}>
          <p>{t(`questions.moderation.moderateMeans.${chosen}`)}</p>
          <DialogActions
            onUse={() => {
              void send({ type: 'questions.set-moderation', data: { moderation: chosen, expectedModeration: current } })
              close()
            }}
            label={t(`questions.moderation.moderateUse.${chosen}`)}
            onClose={close}
          />
        </ModalDialog>
      )}
    </>
  )
}
