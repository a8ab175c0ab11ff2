/** The organization that the person speaks for, and its group. */

import type { GroupId } from '@rostrum/shared/contract/ids'
import { isVisible } from '@rostrum/shared/kernel/text'
import { type FormEvent, type ReactNode, useState } from 'react'
import { getEntryError } from '../../text/entry-error-text.ts'
import { getGroupName } from '../../text/group-name.ts'
import { useText } from '../../text/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { ChoicePills } from '../../ui/choice-pills.tsx'
import { TextField } from '../../ui/field.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { GroupMark } from '../../ui/group-mark.tsx'
import { PhoneFrame } from '../../ui/phone-frame.tsx'
import { PrimaryButton } from '../../ui/primary-button.tsx'
import { useErrorFocus, useHeadingFocus } from '../../ui/use-focus.ts'
import styles from './joining.module.css'
import type { FoundSession, WalkIn } from './walk-in.ts'

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
  const { t } = useText()
  const [inputError, setInputError] = useState<EntryRefusal | null>(null)
  const { entity, group } = walkIn
  const error = inputError ?? entryRefusal
  const heading = useHeadingFocus()
  const form = useErrorFocus(error)
  const entryError = error === null ? null : getEntryError(error.reason)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const reason = !isVisible(entity) ? 'text-empty' : group === null ? 'no-such-group' : null
    setInputError(reason === null ? null : { reason: reason })
    if (reason === null) onDone()
  }
  const change = (changed: Partial<WalkIn>) => {
    setInputError(null)
    onChange(changed)
  }
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      <PhoneFrame
        bodyClassName={styles.step}
        head={{ title: <bdi>{session.short}</bdi>, tools }}
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
          <p className={styles.session} dir="auto">
            {session.title}
          </p>
        </div>
        <TextField
          label={t('join.entity')}
          error={entryError?.field === 'entity' ? t(entryError.key) : undefined}
          value={entity}
          onChange={(typed) => change({ entity: typed })}
          name="organization"
          autoComplete="organization"
        />
        <div className={styles.block}>
          <h3 id="door-group">{t('join.fact.group')}</h3>
          <ChoicePills
            labelledBy="door-group"
            describedBy={entryError?.field === 'group' ? 'door-group-error' : undefined}
            value={group}
            onChange={(value: GroupId) => change({ group: value })}
            options={session.groups.map((one) => ({ value: one.id, label: <GroupMark mark={one.mark}>{getGroupName(t, one)}</GroupMark> }))}
          />
          {entryError?.field === 'group' ? <FormError id="door-group-error">{t(entryError.key)}</FormError> : null}
        </div>
        {entryError && entryError.field === null ? <FormError>{t(entryError.key)}</FormError> : null}
      </PhoneFrame>
    </form>
  )
}
