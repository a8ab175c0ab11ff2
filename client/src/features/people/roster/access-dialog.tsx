/** Ends a person's access, gives it back, or renews their link. The dialog says what happens, and the user confirms first. */

import type { RosterRow } from '@rostrum/shared/api/people'
import type { SessionId } from '@rostrum/shared/contract/ids'
import { useState } from 'react'
import { useRequest } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { OverlayActions } from '../../../ui/popover.tsx'
import { RefusalText } from '../../../ui/refusal-text.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { getRosterRefusalText } from '../people-text.ts'
import { formatPersonName } from '../person-name.ts'

const accessTexts = {
  revoke: { title: 'people.revokeAsk', help: 'people.revokeHelp', button: 'people.revokeIt', done: 'people.revoked' },
  reinstate: { title: 'people.backAsk', help: 'people.backHelp', button: 'people.backIt', done: 'people.backDone' },
  link: { title: 'people.linkAsk', help: 'people.linkHelp', button: 'people.linkIt', done: 'people.linked' },
} as const

type AccessDialogProps = {
  session: SessionId
  action: keyof typeof accessTexts
  row: RosterRow
  onClose: () => void
  /** With the new link, if there is one. */
  onDone: (link: string | null) => void
}

export const AccessDialog = ({ session, action, row, onClose, onDone }: AccessDialogProps) => {
  const { t } = useText()
  const request = useRequest()
  const [busy, setBusy] = useState(false)
  const [reason, setReason] = useState<string | null>(null)
  const texts = accessTexts[action]
  const who = formatPersonName(t, row)
  const submit = async () => {
    if (busy) return
    setBusy(true)
    const result = await request(`POST /api/sessions/:id/people/:person/${action}`, {
      params: { id: session, person: row.person },
      body: {},
    })
    setBusy(false)
    if (!result.ok) return setReason(result.reason)
    screenReader.say(t(texts.done, { who }), 'people')
    onDone('url' in result.value ? result.value.url : null)
  }
  return (
    <ModalDialog open title={t(texts.title, { who })} onClose={onClose}>
      <p>{t(texts.help)}</p>
      <RefusalText text={reason === null ? null : getRosterRefusalText(t, reason)} />
      <OverlayActions>
        <Button look="primary" disabled={busy} onClick={() => void submit()}>
          {t(busy ? 'app.sending' : texts.button)}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('app.cancel')}
        </Button>
      </OverlayActions>
    </ModalDialog>
  )
}
