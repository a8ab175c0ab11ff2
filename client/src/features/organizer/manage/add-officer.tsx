/** Adds an officer: the office, what the officer may change, and a name only if the organizer wants one. */

import { type Duty, getUsualDuties, type Office, offices } from '@rostrum/shared/contract/offices'
import { useState } from 'react'
import { request } from '../../../session/http.ts'
import { newCommandId } from '../../../session/outbox.ts'
import { useSubmit } from '../../../session/use-submit.ts'
import { useText } from '../../../text/use-text.tsx'
import { DialogButton } from '../../../ui/dialog-button.tsx'
import { SelectField, TextField } from '../../../ui/field.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { DialogForm } from '../../../widgets/dialog-form.tsx'
import { DutyChoice } from './duty-choice.tsx'
import { OfficerEntityField } from './officer-entity-field.tsx'

type AddOfficerProps = { secret: string; session: string; onAdded: () => void }

export const AddOfficer = (props: AddOfficerProps) => {
  const { t } = useText()
  return (
    <DialogButton label={t('officers.add')} title={t('officers.add')}>
      {(close) => <OfficerForm {...props} onClose={close} />}
    </DialogButton>
  )
}

const OfficerForm = ({ secret, session, onAdded, onClose }: AddOfficerProps & { onClose: () => void }) => {
  const { t } = useText()
  const [office, setOffice] = useState<Office>('rapporteur')
  const [held, setHeld] = useState<readonly Duty[]>(getUsualDuties('rapporteur'))
  const [name, setName] = useState('')
  const [entity, setEntity] = useState('')
  // The id stays the same until the server answers, so that a lost answer does not add two officers.
  const [idempotencyKey] = useState(newCommandId)
  const chooseOffice = (chosen: string) => {
    setOffice(chosen as Office)
    setHeld(getUsualDuties(chosen as Office))
  }
  const submission = useSubmit(
    () =>
      request(
        'POST /api/sessions/:id/officers',
        {
          params: { id: session },
          body: {
            ...{ office, duties: held, name: name.trim() === '' ? null : name.trim(), idempotencyKey },
            ...(entity.trim() === '' ? {} : { entity: entity.trim() }),
          },
        },
        secret,
      ),
    () => {
      screenReader.say(t('officers.added', { office: t(`office.${office}`) }), 'officer')
      onAdded()
      onClose()
    },
  )
  return (
    <DialogForm submission={submission} label={t('officers.add')} onClose={onClose}>
      <SelectField
        label={t('officers.office')}
        value={office}
        onChange={chooseOffice}
        options={offices.map((one) => ({ value: one, label: t(`office.${one}`) }))}
      />
      <DutyChoice held={held} onChange={setHeld} />
      <OfficerEntityField entity={entity} onChange={setEntity} />
      <TextField
        label={t('officers.name')}
        optional={t('app.optional')}
        hint={t('officers.nameHelp')}
        value={name}
        onChange={setName}
        maxLength={160}
        autoComplete="off"
      />
    </DialogForm>
  )
}
