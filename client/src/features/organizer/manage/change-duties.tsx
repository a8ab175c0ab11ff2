/** Changes what an officer may do. The change applies at once, even on open screens. */

import type { OfficerLink } from '@rostrum/shared/api/links'
import { type Duty, officeEntities } from '@rostrum/shared/contract/offices'
import { useState } from 'react'
import { request } from '../../../session/http.ts'
import { useSubmit } from '../../../session/use-submit.ts'
import { useText } from '../../../text/use-text.tsx'
import { DialogButton } from '../../../ui/dialog-button.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { DialogForm } from '../../../widgets/dialog-form.tsx'
import styles from '../organizer.module.css'
import { DutyChoice } from './duty-choice.tsx'
import { OfficerEntityField } from './officer-entity-field.tsx'

type ChangeDutiesProps = { secret: string; session: string; officer: OfficerLink; name: string; onChanged: () => void }

export const ChangeDuties = (props: ChangeDutiesProps) => {
  const { t } = useText()
  const title = t('officers.dutiesOf', { office: props.name })
  return (
    <DialogButton label={t('officers.duties')} title={title} aria-label={title}>
      {(close) => <DutiesForm {...props} onClose={close} />}
    </DialogButton>
  )
}

/** Returns the country or delegation, or nothing if the officer has none. */
const getEntity = ({ entity, office }: OfficerLink): string => (office !== null && entity === officeEntities[office.office] ? '' : entity)

const DutiesForm = ({ secret, session, officer, name, onChanged, onClose }: ChangeDutiesProps & { onClose: () => void }) => {
  const { t } = useText()
  const [held, setHeld] = useState<readonly Duty[]>(officer.office?.duties ?? [])
  const before = getEntity(officer)
  const [entity, setEntity] = useState(before)
  const submission = useSubmit(
    () =>
      request(
        'POST /api/sessions/:id/officers/:person/duties',
        {
          params: { id: session, person: officer.person },
          body: { duties: held, ...(entity.trim() === before ? {} : { entity: entity.trim() || null }) },
        },
        secret,
      ),
    () => {
      screenReader.say(t('officers.dutiesChanged', { office: name }), 'officer')
      onChanged()
      onClose()
    },
  )
  return (
    <DialogForm submission={submission} label={t('officers.dutiesSave')} onClose={onClose}>
      <DutyChoice held={held} onChange={setHeld} />
      <p className={styles.note}>{t('officers.dutiesHelp')}</p>
      <OfficerEntityField entity={entity} onChange={setEntity} />
    </DialogForm>
  )
}
