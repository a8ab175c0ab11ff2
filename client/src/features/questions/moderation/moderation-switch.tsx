/** Whether questions are seen by a moderator first. What a change means is read before it is made. */
import type { Moderation } from '@rostrum/shared/contract/enums'
import { useState } from 'react'
import { useSend, useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { CheckRow } from '../../../ui/check-row.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { OverlayActions } from '../../../ui/popover.tsx'
import { Refusal } from '../refusal.tsx'

export const ModerationSwitch = () => {
  const { t } = useText()
  const send = useSend()
  const moderated = useView(({ asking }) => asking.moderated)
  const [asked, ask] = useState<Moderation | null>(null)
  const now: Moderation = moderated ? 'before' : 'none'
  const close = () => ask(null)
  return (
    <>
      <CheckRow label={t('questions.desk.moderated')} checked={moderated} onChange={(on) => ask(on ? 'before' : 'none')} />
      <Refusal of={['questions.moderate']} />
      {asked === null || asked === now ? null : (
        <ModalDialog open title={t(`questions.desk.moderate.${asked}`)} onClose={close}>
          <p>{t(`questions.desk.moderateMeans.${asked}`)}</p>
          <OverlayActions>
            <Button
              look="primary"
              onClick={() => {
                void send({ type: 'questions.moderate', data: { moderation: asked, expectedModeration: now } })
                close()
              }}
            >
              {t(`questions.desk.moderateUse.${asked}`)}
            </Button>
            <Button look="quiet" onClick={close}>
              {t('app.cancel')}
            </Button>
          </OverlayActions>
        </ModalDialog>
      )}
    </>
  )
}
