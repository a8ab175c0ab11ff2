/** The organization that the person speaks for, and its group. */

import type { GroupId } from '@rostrum/shared/contract/ids'
import { maxEntityLength } from '@rostrum/shared/contract/lengths'
import { type FormEvent, type ReactNode, useState } from 'react'
import { getJoinError } from '../../text/entry-error-text.ts'
import { getGroupName } from '../../text/group-name.ts'
import { usePhoneText } from '../../text/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { ChoicePills } from '../../ui/choice-pills.tsx'
import { TextField } from '../../ui/field.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { GroupMark } from '../../ui/group-mark.tsx'
import { PhoneFrame } from '../../ui/phone-frame.tsx'
import { PrimaryButton } from '../../ui/primary-button.tsx'
import { useErrorFocus, useHeadingFocus } from '../../ui/use-focus.ts'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { SessionText } from '../../widgets/session-text.tsx'
import styles from './joining.module.css'
import { useLengthError } from './use-length-error.ts'
import { type FoundSession, listMissing, type WalkIn } from './walk-in.ts'

/** A new object for each answer, so that the same refusal is shown again. */
export type EntryRefusal = { readonly reason: string }

export type JoinStepProps = {
  session: FoundSession
  walkIn: WalkIn
  onChange: (changed: Partial<WalkIn>) => void
  entryRefusal: EntryRefusal | null
  tools: ReactNode
  onBack: () => void
}

export const WhoStep = ({ session, walkIn, onChange, entryRefusal, tools, onBack, onDone }: JoinStepProps & { onDone: () => void }) => {
  const { t } = usePhoneText()
  usePageTitle(t('join.who'))
  const [checked, setChecked] = useState<object | null>(null)
  const { entity, group } = walkIn
  const missing = listMissing(walkIn, 'who')
  const lengthError = useLengthError(entity, maxEntityLength)
  const entryError = entryRefusal === null ? null : getJoinError(entryRefusal.reason)
  const heading = useHeadingFocus()
  const form = useErrorFocus(checked ?? entryRefusal)
  const getError = (field: 'entity' | 'group') => {
    if (checked !== null && missing.includes(field)) return t(`join.error.${field}`)
    return entryError?.field === field ? t(entryError.key) : undefined
  }
  const groupError = getError('group')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (missing.length === 0 && lengthError === undefined) onDone()
    else setChecked({})
  }
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      <PhoneFrame
        bodyClassName={styles.step}
        head={{ title: <SessionText of={session.short} />, tools }}
        foot={
          <>
            <PrimaryButton type="submit">{t('join.continue')}</PrimaryButton>
            <Button look="quiet" onClick={onBack}>
              {t('app.back')}
            </Button>
          </>
        }
      >
        <div className={styles.block}>
          <h2 className={styles.title} ref={heading} tabIndex={-1}>
            {t('join.who')}
          </h2>
          <SessionText as="p" className={styles.session} of={session.title} />
        </div>
        <TextField
          label={t('join.entity')}
          error={lengthError ?? getError('entity')}
          value={entity}
          onChange={(typed) => onChange({ entity: typed })}
          name="organization"
          autoComplete="organization"
        />
        <div className={styles.block}>
          <h3 id="door-group">{t('join.fact.group')}</h3>
          <ChoicePills
            labelledBy="door-group"
            describedBy={groupError === undefined ? undefined : 'door-group-error'}
            invalid={groupError !== undefined}
            value={group}
            onChange={(value: GroupId) => onChange({ group: value })}
            options={session.groups.map((one) => ({ value: one.id, label: <GroupMark mark={one.mark}>{getGroupName(t, one)}</GroupMark> }))}
          />
          {groupError === undefined ? null : <FormError id="door-group-error">{groupError}</FormError>}
        </div>
        {entryError && entryError.field === null ? <FormError>{t(entryError.key)}</FormError> : null}
      </PhoneFrame>
    </form>
  )
}
