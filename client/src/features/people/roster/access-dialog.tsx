/** Ends a person's access, gives it back, or renews their link. The dialog explains the effect, and the user confirms first. */

import type { RosterRow } from '@rostrum/shared/api/people'
import type { ApiRequest } from '../../../session/http.ts'
import { useSubmit } from '../../../session/use-submit.ts'
import { useText } from '../../../text/use-text.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { RefusalText } from '../../../ui/refusal-text.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { DialogActions } from '../../../widgets/dialog-form.tsx'
import { getRosterRefusalText } from '../people-text.ts'
import { formatPersonName } from '../person-name.ts'

const accessTexts = {
  revoke: { title: 'people.revokeAsk', help: 'people.revokeHelp', button: 'people.revokeIt', done: 'people.revoked' },
  reinstate: { title: 'people.backAsk', help: 'people.backHelp', button: 'people.backIt', done: 'people.backDone' },
  link: { title: 'people.linkAsk', help: 'people.linkHelp', button: 'people.linkIt', done: 'people.linked' },
} as const

type AccessDialogProps = {
  session: string
  request: ApiRequest
  action: keyof typeof accessTexts
  row: RosterRow
  onClose: () => void
  /** Called with the new link, if there is one. */
  onDone: (link: string | null) => void
}

export const AccessDialog = ({ session, request, action, row, onClose, onDone }: AccessDialogProps) => {
  const { t } = useText()
  const texts = accessTexts[action]
  const who = formatPersonName(t, row)
  const { busy, refusal, submit } = useSubmit(
    () => request(`POST /api/sessions/:id/people/:person/${action}`, { params: { id: session, person: row.person }, body: {} }),
    (answer) => {
      screenReader.say(t(texts.done, { who }), 'people')
      onDone('url' in answer ? answer.url : null)
    },
  )
  return (
    <ModalDialog open title={t(texts.title, { who })} onClose={onClose}>
      <p>{t(texts.help)}</p>
      <RefusalText text={refusal === null ? null : getRosterRefusalText(t, refusal.reason)} />
      <DialogActions label={t(texts.button)} busy={busy} onUse={submit} onClose={onClose} />
    </ModalDialog>
  )
}
