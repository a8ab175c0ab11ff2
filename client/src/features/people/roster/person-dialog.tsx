/** Somebody is added to the roster, or what it says of them is corrected. */

import type { SessionId } from '@rostrum/shared/contract/ids'
import type { Channel } from '@rostrum/shared/contract/roles'
import { isVisible } from '@rostrum/shared/kernel/text'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useGroups } from '../../../session/groups.ts'
import { useAsk } from '../../../session/hooks.tsx'
import { newCommandId } from '../../../session/outbox.ts'
import { groupName } from '../../../text/group-name.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { focusFirstError, SelectField, TextField } from '../../../ui/field.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { OverlayActions } from '../../../ui/popover.tsx'
import { Refusal } from '../../../ui/refusal-text.tsx'
import { announcements } from '../../../ui/screen-reader.ts'
import { Segmented } from '../../../ui/segmented-control.tsx'
import { concernsEmail, concernsEntity, peopleRefusal } from '../people-text.ts'
import { calledOf, languageChoices } from '../person-name.ts'
import { type OwnLink, peopleDoor, type RosterRow } from '../roster-types.ts'
import styles from './people.module.css'
import { addedBy, changedBy, type Draft, draftOf, nobodyYet } from './person-draft.ts'

type Kept = RosterRow & Partial<OwnLink>
type PersonDialogProps = {
  session: SessionId
  /** Null: somebody new. */
  row: RosterRow | null
  onClose: () => void
  onKept: (row: Kept) => void
}

export const PersonDialog = ({ session, row, onClose, onKept }: PersonDialogProps) => {
  const { t } = useText()
  const ask = useAsk()
  const [before] = useState(() => (row === null ? nobodyYet : draftOf(row)))
  const [draft, setDraft] = useState(before)
  const [attempt] = useState(newCommandId)
  const [busy, setBusy] = useState(false)
  const [refused, refuse] = useState<{ readonly why: string } | null>(null)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (refused !== null && form.current) focusFirstError(form.current)
  }, [refused])
  const change = (changed: Partial<Draft>) => {
    refuse(null)
    setDraft((now) => ({ ...now, ...changed }))
  }
  const keep = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    if (!isVisible(draft.entity)) return refuse({ why: 'text-empty' })
    setBusy(true)
    const answer = await (row === null
      ? ask<Kept>(peopleDoor(session), 'POST', addedBy(draft, attempt))
      : ask<Kept>(peopleDoor(session, `/${row.person}`), 'PATCH', changedBy(before, draft)))
    setBusy(false)
    if (!answer.ok) return refuse({ why: answer.why })
    announcements.say(t(row === null ? 'people.added' : 'people.saved', { who: calledOf(t, answer.value) }), 'people')
    onKept(answer.value)
  }
  return (
    <ModalDialog open title={row === null ? t('people.addTitle') : t('people.editTitle', { who: calledOf(t, row) })} onClose={onClose}>
      <form ref={form} className={styles.form} onSubmit={(event) => void keep(event)} noValidate>
        <PersonFields draft={draft} fresh={row === null} why={refused?.why ?? null} onChange={change} />
        <p className={styles.quiet}>{t(row === null ? 'people.apart' : 'people.keepsAsked')}</p>
        <OverlayActions>
          <Button look="primary" type="submit" disabled={busy}>
            {t(busy ? 'app.sending' : row === null ? 'people.addIt' : 'people.save')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('app.cancel')}
          </Button>
        </OverlayActions>
      </form>
    </ModalDialog>
  )
}

type FieldsProps = { draft: Draft; fresh: boolean; why: string | null; onChange: (changed: Partial<Draft>) => void }

const PersonFields = ({ draft, fresh, why, onChange }: FieldsProps) => {
  const { t, language } = useText()
  const groups = useGroups()
  const words = why === null ? undefined : peopleRefusal(t, why)
  const elsewhere = why !== null && !concernsEmail(why) && !concernsEntity(why)
  return (
    <>
      <TextField
        label={t('queue.entity')}
        error={concernsEntity(why) ? words : undefined}
        value={draft.entity}
        onChange={(entity) => onChange({ entity })}
        maxLength={400}
        autoComplete="off"
      />
      <div className={styles.two}>
        <TextField
          label={t('people.name')}
          optional={t('app.optional')}
          value={draft.name}
          onChange={(name) => onChange({ name })}
          maxLength={300}
          autoComplete="off"
        />
        <TextField
          type="email"
          label={t('people.email')}
          optional={t('app.optional')}
          error={concernsEmail(why) ? words : undefined}
          value={draft.email}
          onChange={(email) => onChange({ email })}
          maxLength={254}
          autoComplete="off"
          dir="ltr"
        />
        <SelectField
          label={t('queue.group')}
          value={draft.group}
          onChange={(group) => onChange({ group })}
          options={[{ value: '', label: t('group.none') }, ...groups.map((group) => ({ value: group.id, label: groupName(t, group) }))]}
        />
        <SelectField
          label={t('join.language')}
          optional={t('app.optional')}
          value={draft.language}
          onChange={(tag) => onChange({ language: tag })}
          options={[{ value: '', label: t('people.languageUnknown') }, ...languageChoices(language.id, draft.language)]}
        />
        <SelectField
          label={t('join.naming')}
          value={draft.named}
          onChange={(named) => onChange({ named: named as Draft['named'] })}
          options={(['unasked', 'no', 'yes'] as const).map((value) => ({ value, label: t(`people.consent.${value}`) }))}
        />
        {fresh ? (
          <SelectField
            label={t('people.as')}
            value={draft.role}
            onChange={(role) => onChange({ role: role as Draft['role'] })}
            options={(['participant', 'panellist'] as const).map((value) => ({ value, label: t(`role.${value}`) }))}
          />
        ) : null}
      </div>
      <div className={styles.choice}>
        <span id="person-where">{t('queue.where')}</span>
        <Segmented
          labelledBy="person-where"
          value={draft.channel}
          onChange={(channel: Channel) => onChange({ channel })}
          options={(['room', 'remote'] as const).map((value) => ({ value, label: t(`channel.${value}`) }))}
        />
      </div>
      {elsewhere ? <Refusal words={words ?? null} /> : null}
    </>
  )
}
