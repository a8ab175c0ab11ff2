/** Changes what an officer may do. It holds at once, also on screens that are open. */

import type { OfficerLink } from '@rostrum/shared/api/links'
import type { Duty } from '@rostrum/shared/contract/offices'
import { type FormEvent, useState } from 'react'
import { request } from '../../../session/http.ts'
import { getEntryError } from '../../../text/entry-error-text.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { FormError } from '../../../ui/form-error.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { OverlayActions } from '../../../ui/popover.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import styles from '../organizer.module.css'
import { DutyChoice } from './duty-choice.tsx'

type ChangeDutiesProps = { secret: string; session: string; officer: OfficerLink; name: string; onChanged: () => void }

export const ChangeDuties = (props: ChangeDutiesProps) => {
  const { t } = useText()
  const [opened, open] = useState(false)
  const title = t('officers.dutiesOf', { office: props.name })
  return (
    <>
      <Button look="quiet" size="inline" aria-label={title} onClick={() => open(true)}>
        {t('officers.duties')}
      </Button>
      <ModalDialog open={opened} title={title} onClose={() => open(false)}>
        <DutiesForm {...props} onClose={() => open(false)} />
      </ModalDialog>
    </>
  )
}

const DutiesForm = ({ secret, session, officer, name, onChanged, onClose }: ChangeDutiesProps & { onClose: () => void }) => {
  const { t } = useText()
  const [held, setHeld] = useState<readonly Duty[]>(officer.office?.duties ?? [])
  const [reason, setReason] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    const result = await request(
      'POST /api/sessions/:id/officers/:person/duties',
      { params: { id: session, person: officer.person }, body: { duties: held } },
      secret,
    )
    setBusy(false)
    if (!result.ok) return setReason(result.reason)
    screenReader.say(t('officers.dutiesChanged', { office: name }), 'officer')
    onChanged()
    onClose()
  }
  return (
    <form className={styles.planning} onSubmit={(event) => void submit(event)}>
      <DutyChoice held={held} onChange={setHeld} />
      <p className={styles.note}>{t('officers.dutiesHelp')}</p>
      {reason === null ? null : <FormError>{t(getEntryError(reason).key)}</FormError>}
      <OverlayActions>
        <Button look="primary" type="submit" disabled={busy}>
          {t(busy ? 'app.sending' : 'officers.dutiesSave')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('app.cancel')}
        </Button>
      </OverlayActions>
    </form>
  )
}
