/** Adds a person to the roster, or corrects their details. */

import type { RosterRow } from '@rostrum/shared/api/people'
import type { FailureReason } from '@rostrum/shared/api/reasons'
import { type Channel, channels } from '@rostrum/shared/contract/channels'
import { maxEntityLength, maxPersonNameLength, maxPhoneLength, maxSaidLength } from '@rostrum/shared/contract/lengths'
import type { Group } from '@rostrum/shared/contract/plan'
import { speakingRoles } from '@rostrum/shared/contract/roles'
import { countGraphemes } from '@rostrum/shared/kernel/text'
import { isVisible } from '@rostrum/shared/kernel/visible-text'
import { boothLengths } from '@rostrum/shared/protocol/booth'
import { useState } from 'react'
import type { ApiRequest } from '../../../session/http.ts'
import { newCommandId } from '../../../session/outbox.ts'
import { useSubmit } from '../../../session/use-submit.ts'
import { getChannelName } from '../../../text/channel-words.ts'
import { getGroupName } from '../../../text/group-name.ts'
import { listLanguageChoices } from '../../../text/language-name.ts'
import type { SayName } from '../../../text/organization-names.ts'
import { useText } from '../../../text/use-text.tsx'
import { SelectField, TextField } from '../../../ui/field.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { RefusalText } from '../../../ui/refusal-text.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { SegmentedControl } from '../../../ui/segmented-control.tsx'
import { DialogForm } from '../../../widgets/dialog-form.tsx'
import { getRosterRefusalText, isEmailError, isEntityError } from '../people-text.ts'
import { formatPersonName } from '../person-name.ts'
import styles from './people.module.css'
import { emptyPersonDraft, getPersonChanges, makeNewPerson, type PersonDraft, toPersonDraft } from './person-draft.ts'
import { SaidField } from './said-field.tsx'

type SavedPerson = RosterRow & { readonly url?: string }
/** The page around the dialog: the secretariat’s, or the organizer’s without a connection to the session. */
export type RosterPagePorts = { readonly request: ApiRequest; readonly groups: readonly Group[]; readonly sayName: SayName | null }

type PersonDialogProps = {
  session: string
  ports: RosterPagePorts
  /** Null for a new person. */
  row: RosterRow | null
  onClose: () => void
  onSaved: (row: SavedPerson) => void
}

export const PersonDialog = ({ session, ports, row, onClose, onSaved }: PersonDialogProps) => {
  const { t } = useText()
  const { request } = ports
  const [before] = useState(() => (row === null ? emptyPersonDraft : toPersonDraft(row)))
  const [draft, setDraft] = useState(before)
  const [idempotencyKey] = useState(newCommandId)
  const save = () =>
    row === null
      ? request('POST /api/sessions/:id/people', { params: { id: session }, body: makeNewPerson(draft, idempotencyKey) })
      : request('PATCH /api/sessions/:id/people/:person', {
          params: { id: session, person: row.person },
          body: getPersonChanges(before, draft),
        })
  const submission = useSubmit(
    () => {
      if (!isVisible(draft.entity)) return { ok: false, reason: 'text-empty' }
      return lengths.some(([field, most]) => isTooLong(draft[field], most)) ? null : save()
    },
    (saved: SavedPerson) => {
      screenReader.say(t(row === null ? 'people.added' : 'people.saved', { who: formatPersonName(t, saved) }), 'people')
      onSaved(saved)
    },
  )
  const change = (changes: Partial<PersonDraft>) => {
    submission.reset()
    setDraft((now) => ({ ...now, ...changes }))
  }
  return (
    <ModalDialog
      open
      title={row === null ? t('people.addTitle') : t('people.editTitle', { who: formatPersonName(t, row) })}
      onClose={onClose}
    >
      <DialogForm submission={submission} error={null} label={t(row === null ? 'people.addIt' : 'people.save')} onClose={onClose}>
        <PersonFields ports={ports} draft={draft} isNew={row === null} reason={submission.refusal?.reason ?? null} onChange={change} />
        <p className={styles.quiet}>{t(row === null ? 'people.apart' : 'people.keepsAsked')}</p>
      </DialogForm>
    </ModalDialog>
  )
}

type PersonFieldsProps = {
  ports: RosterPagePorts
  draft: PersonDraft
  isNew: boolean
  reason: FailureReason | null
  onChange: (changed: Partial<PersonDraft>) => void
}

/** The server refuses a longer text. */
const lengths = [
  ['entity', maxEntityLength],
  ['name', maxPersonNameLength],
  ['phone', maxPhoneLength],
  ['pronounced', boothLengths.pronounced],
  ['said', maxSaidLength],
] as const

const isTooLong = (text: string, most: number): boolean => countGraphemes(text, most) > most

const PersonFields = ({ ports: { groups, sayName }, draft, isNew, reason, onChange }: PersonFieldsProps) => {
  const { t, language } = useText()
  const errorText = reason === null ? undefined : getRosterRefusalText(t, reason)
  const getLengthError = (text: string, most: number) => (isTooLong(text, most) ? t('join.error.tooLong', { most }) : undefined)
  const isFormError = reason !== null && !isEmailError(reason) && !isEntityError(reason)
  return (
    <>
      <TextField
        label={t('queue.entity')}
        error={getLengthError(draft.entity, maxEntityLength) ?? (isEntityError(reason) ? errorText : undefined)}
        value={draft.entity}
        onChange={(entity) => onChange({ entity })}
        maxLength={1000}
        autoComplete="off"
      />
      <div className={styles.two}>
        <TextField
          label={t('people.name')}
          optional={t('app.optional')}
          error={getLengthError(draft.name, maxPersonNameLength)}
          value={draft.name}
          onChange={(name) => onChange({ name })}
          maxLength={300}
          autoComplete="off"
        />
        <TextField
          type="email"
          label={t('people.email')}
          optional={t('app.optional')}
          error={isEmailError(reason) ? errorText : undefined}
          value={draft.email}
          onChange={(email) => onChange({ email })}
          maxLength={254}
          autoComplete="off"
          dir="ltr"
        />
        <TextField
          type="tel"
          label={t('people.phone')}
          optional={t('app.optional')}
          error={getLengthError(draft.phone, maxPhoneLength)}
          value={draft.phone}
          onChange={(phone) => onChange({ phone })}
          maxLength={300}
          autoComplete="off"
          dir="ltr"
        />
        <TextField
          label={t('people.pronounced')}
          optional={t('app.optional')}
          error={getLengthError(draft.pronounced, boothLengths.pronounced)}
          value={draft.pronounced}
          onChange={(pronounced) => onChange({ pronounced })}
          maxLength={600}
          autoComplete="off"
        />
        <SaidField draft={draft} sayName={sayName} error={getLengthError(draft.said, maxSaidLength)} onChange={onChange} />
        <SelectField
          label={t('queue.group')}
          value={draft.group}
          onChange={(group) => onChange({ group })}
          options={[{ value: '', label: t('group.none') }, ...groups.map((group) => ({ value: group.id, label: getGroupName(t, group) }))]}
        />
        <SelectField
          label={t('join.language')}
          optional={t('app.optional')}
          value={draft.language}
          onChange={(tag) => onChange({ language: tag })}
          options={[{ value: '', label: t('people.languageUnknown') }, ...listLanguageChoices(language.id, draft.language)]}
        />
        <SelectField
          label={t('join.naming')}
          value={draft.nameInRecord}
          onChange={(named) => onChange({ nameInRecord: named as PersonDraft['nameInRecord'] })}
          options={(['unasked', 'no', 'yes'] as const).map((value) => ({ value, label: t(`people.consent.${value}`) }))}
        />
        {isNew ? (
          <SelectField
            label={t('people.as')}
            value={draft.role}
            onChange={(role) => onChange({ role: role as PersonDraft['role'] })}
            options={speakingRoles.map((value) => ({ value, label: t(`role.${value}`) }))}
          />
        ) : null}
      </div>
      <div className={styles.choice}>
        <span id="person-where">{t('queue.where')}</span>
        <SegmentedControl
          labelledBy="person-where"
          value={draft.channel}
          onChange={(channel: Channel) => onChange({ channel })}
          options={channels.map((value) => ({ value, label: getChannelName(t, value) }))}
        />
      </div>
      {isFormError ? <RefusalText text={errorText ?? null} /> : null}
    </>
  )
}
