/** Room or remote and, as a separate question, whether the record may give the person's name. */

import { maxPersonNameLength } from '@rostrum/shared/contract/lengths'
import type { Channel } from '@rostrum/shared/contract/roles'
import { type FormEvent, useState } from 'react'
import { getJoinError } from '../../text/entry-error-text.ts'
import { usePhoneText } from '../../text/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { ChoiceCards } from '../../ui/choice-cards.tsx'
import { TextField } from '../../ui/field.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { PhoneFrame } from '../../ui/phone-frame.tsx'
import { PrimaryButton } from '../../ui/primary-button.tsx'
import { useErrorFocus, useHeadingFocus } from '../../ui/use-focus.ts'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { Name } from '../../ui/written.tsx'
import { SessionText } from '../../widgets/session-text.tsx'
import styles from './joining.module.css'
import { useLengthError } from './use-length-error.ts'
import { listMissing, type MissingField } from './walk-in.ts'
import type { JoinStepProps } from './who-step.tsx'

type WhereStepProps = JoinStepProps & { entering: boolean; onEnter: () => void }

export const WhereStep = ({ session, walkIn, onChange, entryRefusal, tools, onBack, entering, onEnter }: WhereStepProps) => {
  const { t } = usePhoneText()
  usePageTitle(t('join.where'))
  const [checked, setChecked] = useState<object | null>(null)
  const { name, nameInRecord } = walkIn
  const missing = listMissing(walkIn, 'where')
  const lengthError = useLengthError(nameInRecord ? name : '', maxPersonNameLength)
  const heading = useHeadingFocus()
  const form = useErrorFocus(checked ?? entryRefusal)
  const entryError = entryRefusal === null ? null : getJoinError(entryRefusal.reason)
  const isMissing = (field: MissingField) => checked !== null && missing.includes(field)
  const nameError = isMissing('name') ? t('join.error.nameMissing') : entryError?.field === 'name' ? t(entryError.key) : undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (entering) return
    if (missing.length === 0 && lengthError === undefined) onEnter()
    else setChecked({})
  }
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      <PhoneFrame
        bodyClassName={styles.step}
        head={{ title: <SessionText of={session.short} />, tools }}
        foot={
          <>
            {entryError && entryError.field === null ? <FormError>{t(entryError.key)}</FormError> : null}
            <PrimaryButton type="submit" disabled={entering}>
              {t('join.enter')}
            </PrimaryButton>
            <Button look="quiet" onClick={onBack}>
              {t('app.back')}
            </Button>
          </>
        }
      >
        <div className={styles.block}>
          <h2 className={styles.title} id="door-where" ref={heading} tabIndex={-1}>
            {t('join.where')}
          </h2>
          <ChannelChoice walkIn={walkIn} onChange={onChange} invalid={isMissing('channel')} />
          {isMissing('channel') ? <FormError id="door-where-error">{t('join.error.where')}</FormError> : null}
        </div>
        <div className={styles.block}>
          <h3 id="door-name">{t('join.naming')}</h3>
          <NameInRecordChoice walkIn={walkIn} onChange={onChange} />
        </div>
        {nameInRecord ? (
          <TextField
            label={t('join.name')}
            error={lengthError ?? nameError}
            value={name}
            onChange={(typed) => onChange({ name: typed })}
            name="name"
            autoComplete="name"
          />
        ) : null}
      </PhoneFrame>
    </form>
  )
}

type ChoiceProps = Pick<JoinStepProps, 'walkIn' | 'onChange'>

const ChannelChoice = ({ walkIn, onChange, invalid }: ChoiceProps & { invalid: boolean }) => {
  const { t } = usePhoneText()
  return (
    <ChoiceCards
      labelledBy="door-where"
      describedBy={invalid ? 'door-where-error' : undefined}
      invalid={invalid}
      icons={{ room: 'room', remote: 'remote' }}
      value={walkIn.channel}
      onChange={(channel: Channel) => onChange({ channel })}
      options={[
        { value: 'room', label: t('join.whereRoom'), note: t('join.whereRoomNote') },
        { value: 'remote', label: t('join.whereRemote'), note: t('join.whereRemoteNote') },
      ]}
    />
  )
}

const NameInRecordChoice = ({ walkIn, onChange }: ChoiceProps) => {
  const { t } = usePhoneText()
  return (
    <ChoiceCards
      labelledBy="door-name"
      icons={{ entity: 'users', both: 'note' }}
      value={walkIn.nameInRecord ? 'both' : 'entity'}
      onChange={(choice: 'entity' | 'both') => onChange({ nameInRecord: choice === 'both' })}
      options={[
        { value: 'entity', label: t('join.entityOnly'), note: <Name>{walkIn.entity}</Name> },
        { value: 'both', label: t('join.entityAndName'), note: t('join.entityAndNameNote') },
      ]}
    />
  )
}
