/** Where somebody is, and, as a question of its own, whether the name may stand in the record. */
import type { Channel } from '@rostrum/shared/contract/roles'
import { isVisible } from '@rostrum/shared/kernel/text'
import { type FormEvent, useState } from 'react'
import { doorSaying } from '../../text/entry-error-text.ts'
import { useText } from '../../text/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { ChoiceCards } from '../../ui/choice-cards.tsx'
import { TextField } from '../../ui/field.tsx'
import { DoorError } from '../../ui/form-error.tsx'
import { PhoneFrame } from '../../ui/phone-frame.tsx'
import { MainButton } from '../../ui/primary-button.tsx'
import { useErrorFocus, useHeadingFocus } from '../../ui/use-focus.ts'
import styles from './joining.module.css'
import type { Refused, StepProps } from './who-step.tsx'

type WhereProps = StepProps & { entering: boolean; onEnter: () => void }

export const WhereStep = ({ found, walkIn, onChange, refused, tools, onBack, entering, onEnter }: WhereProps) => {
  const { t } = useText()
  const [nameless, setNameless] = useState<Refused | null>(null)
  const { name, named } = walkIn
  const wrong = nameless ?? refused
  const heading = useHeadingFocus()
  const form = useErrorFocus(wrong)
  const said = wrong === null ? null : doorSaying(wrong.why)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (entering) return
    const lacks = named && !isVisible(name)
    setNameless(lacks ? { why: 'name-empty' } : null)
    if (!lacks) onEnter()
  }
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      <PhoneFrame
        bodyClassName={styles.step}
        head={{ title: <bdi>{found.short}</bdi>, tools }}
        foot={
          <>
            {said && said.field !== 'name' ? <DoorError>{t(said.words)}</DoorError> : null}
            <MainButton type="submit" disabled={entering}>
              {t('join.enter')}
            </MainButton>
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
          <Where walkIn={walkIn} onChange={onChange} />
        </div>
        <div className={styles.block}>
          <h3 id="door-name">{t('join.naming')}</h3>
          <Naming walkIn={walkIn} onChange={onChange} />
        </div>
        {named ? (
          <TextField
            label={t('join.name')}
            error={said?.field === 'name' ? t(said.words) : undefined}
            value={name}
            onChange={(typed) => {
              setNameless(null)
              onChange({ name: typed })
            }}
            name="name"
            autoComplete="name"
          />
        ) : null}
      </PhoneFrame>
    </form>
  )
}

type ChoiceProps = Pick<StepProps, 'walkIn' | 'onChange'>

const Where = ({ walkIn, onChange }: ChoiceProps) => {
  const { t } = useText()
  return (
    <ChoiceCards
      labelledBy="door-where"
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

const Naming = ({ walkIn, onChange }: ChoiceProps) => {
  const { t } = useText()
  return (
    <ChoiceCards
      labelledBy="door-name"
      icons={{ entity: 'users', both: 'note' }}
      value={walkIn.named ? 'both' : 'entity'}
      onChange={(choice: 'entity' | 'both') => onChange({ named: choice === 'both' })}
      options={[
        { value: 'entity', label: t('join.entityOnly'), note: <bdi>{walkIn.entity}</bdi> },
        { value: 'both', label: t('join.entityAndName'), note: t('join.entityAndNameNote') },
      ]}
    />
  )
}
