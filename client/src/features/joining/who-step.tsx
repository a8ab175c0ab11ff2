/** Whom somebody speaks for: the organization, and its group. */

import type { GroupId } from '@rostrum/shared/contract/ids'
import { isVisible } from '@rostrum/shared/kernel/text'
import { type FormEvent, type ReactNode, useState } from 'react'
import { doorSaying } from '../../text/entry-error-text.ts'
import { groupName } from '../../text/group-name.ts'
import { useText } from '../../text/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { ChoicePills } from '../../ui/choice-pills.tsx'
import { TextField } from '../../ui/field.tsx'
import { DoorError } from '../../ui/form-error.tsx'
import { GroupMark } from '../../ui/group-mark.tsx'
import { PhoneFrame } from '../../ui/phone-frame.tsx'
import { MainButton } from '../../ui/primary-button.tsx'
import { useErrorFocus, useHeadingFocus } from '../../ui/use-focus.ts'
import styles from './joining.module.css'
import type { Found, WalkIn } from './walk-in.ts'

/** A new one for each answer, so that the same refusal twice is seen twice. */
export type Refused = { readonly why: string }

export type StepProps = {
  found: Found
  walkIn: WalkIn
  onChange: (changed: Partial<WalkIn>) => void
  /** What the session answered. */
  refused: Refused | null
  tools: ReactNode
  onBack: () => void
}

export const WhoStep = ({ found, walkIn, onChange, refused, tools, onBack, onDone }: StepProps & { onDone: () => void }) => {
  const { t } = useText()
  const [missing, setMissing] = useState<Refused | null>(null)
  const { entity, group } = walkIn
  const wrong = missing ?? refused
  const heading = useHeadingFocus()
  const form = useErrorFocus(wrong)
  const said = wrong === null ? null : doorSaying(wrong.why)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const lacks = !isVisible(entity) ? 'text-empty' : group === null ? 'no-such-group' : null
    setMissing(lacks === null ? null : { why: lacks })
    if (lacks === null) onDone()
  }
  const change = (changed: Partial<WalkIn>) => {
    setMissing(null)
    onChange(changed)
  }
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      <PhoneFrame
        bodyClassName={styles.step}
        head={{ title: <bdi>{found.short}</bdi>, tools }}
        foot={
          <>
            <MainButton type="submit">{t('join.continue')}</MainButton>
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
            {found.title}
          </p>
        </div>
        <TextField
          label={t('join.entity')}
          error={said?.field === 'entity' ? t(said.words) : undefined}
          value={entity}
          onChange={(typed) => change({ entity: typed })}
          name="organization"
          autoComplete="organization"
        />
        <div className={styles.block}>
          <h3 id="door-group">{t('join.fact.group')}</h3>
          <ChoicePills
            labelledBy="door-group"
            describedBy={said?.field === 'group' ? 'door-group-error' : undefined}
            value={group}
            onChange={(value: GroupId) => change({ group: value })}
            options={found.groups.map((one) => ({ value: one.id, label: <GroupMark mark={one.mark}>{groupName(t, one)}</GroupMark> }))}
          />
          {said?.field === 'group' ? <DoorError id="door-group-error">{t(said.words)}</DoorError> : null}
        </div>
        {said && said.field === null ? <DoorError>{t(said.words)}</DoorError> : null}
      </PhoneFrame>
    </form>
  )
}
