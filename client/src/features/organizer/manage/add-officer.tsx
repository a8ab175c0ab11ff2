/** Adds an officer: the office, what the officer may change, and a name only if the organizer wants one. */
import { type Duty, getUsualDuties, type Office, offices } from '@rostrum/shared/contract/offices'
import { type FormEvent, useState } from 'react'
import { request } from '../../../session/http.ts'
import { newCommandId } from '../../../session/outbox.ts'
import { getEntryError } from '../../../text/entry-error-text.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { SelectField, TextField } from '../../../ui/field.tsx'
import { FormError } from '../../../ui/form-error.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { OverlayActions } from '../../../ui/popover.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import styles from '../organizer.module.css'
import { DutyChoice } from './duty-choice.tsx'

type AddOfficerProps = { secret: string; session: string; onAdded: () => void }

export const AddOfficer = (props: AddOfficerProps) => {
  const { t } = useText()
  const [opened, open] = useState(false)
  return (
    <>
      <Button look="quiet" size="inline" onClick={() => open(true)}>
        {t('officers.add')}
      </Button>
      <ModalDialog open={opened} title={t('officers.add')} onClose={() => open(false)}>
        <OfficerForm {...props} onClose={() => open(false)} />
      </ModalDialog>
    </>
  )
}

const OfficerForm = ({ secret, session, onAdded, onClose }: AddOfficerProps & { onClose: () => void }) => {
  const { t } = useText()
  const [office, setOffice] = useState<Office>('rapporteur')
  const [held, setHeld] = useState<readonly Duty[]>(getUsualDuties('rapporteur'))
  const [name, setName] = useState('')
  const [reason, setReason] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  // The same until the server answers, so that a lost answer does not make two officers.
  const [idempotencyKey] = useState(newCommandId)
  const chooseOffice = (chosen: string) => {
    setOffice(chosen as Office)
    setHeld(getUsualDuties(chosen as Office))
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    const result = await request(
      'POST /api/sessions/:id/officers',
      { params: { id: session }, body: { office, duties: held, name: name.trim() === '' ? null : name.trim(), idempotencyKey } },
      secret,
    )
    setBusy(false)
    if (!result.ok) return setReason(result.reason)
    screenReader.say(t('officers.added', { office: t(`office.${office}`) }), 'officer')
    onAdded()
    onClose()
  }
  return (
    <form className={styles.planning} onSubmit={(event) => void submit(event)} noValidate>
      <SelectField
        label={t('officers.office')}
        value={office}
        onChange={chooseOffice}
        options={offices.map((one) => ({ value: one, label: t(`office.${one}`) }))}
      />
      <DutyChoice held={held} onChange={setHeld} />
      <TextField
        label={t('officers.name')}
        optional={t('app.optional')}
        hint={t('officers.nameHelp')}
        value={name}
        onChange={setName}
        maxLength={160}
        autoComplete="off"
      />
      {reason === null ? null : <FormError>{t(getEntryError(reason).key)}</FormError>}
      <OverlayActions>
        <Button look="primary" type="submit" disabled={busy}>
          {t(busy ? 'app.sending' : 'officers.add')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('app.cancel')}
        </Button>
      </OverlayActions>
    </form>
  )
}
