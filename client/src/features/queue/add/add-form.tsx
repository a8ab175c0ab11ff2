/** Adds an entry for somebody without a device, by the time their hand was seen. */

import { entryKinds, isInSession, type RequestChannel, requestChannels } from '@rostrum/shared/contract/enums'
import { maxEntityLength, maxEntryNoteLength, maxPersonNameLength } from '@rostrum/shared/contract/lengths'
import type { Instant } from '@rostrum/shared/kernel/time'
import { type FormEvent, useRef, useState } from 'react'
import { useGroups } from '../../../session/groups.ts'
import { useNow, usePending, useSend, useView } from '../../../session/hooks.tsx'
import { useRefusal } from '../../../session/refusal-claims.ts'
import { getChannelName } from '../../../text/channel-words.ts'
import { getGroupName } from '../../../text/group-name.ts'
import { formatExactTime } from '../../../text/times.ts'
import { parseTimeOfDay } from '../../../text/typed-time.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card, CardHead } from '../../../ui/card.tsx'
import { focusFirstError, SelectField, TextField } from '../../../ui/field.tsx'
import { RefusalText } from '../../../ui/refusal-text.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { SegmentedControl } from '../../../ui/segmented-control.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { RefusalMessage } from '../../../widgets/refusal-message.tsx'
import {
  type EntryDraft,
  emptyEntryDraft,
  type InvalidField,
  isEntityTooLong,
  listInvalidFields,
  setEntity,
  setRegistered,
  toAddCommand,
} from './add-draft.ts'
import styles from './add-form.module.css'
import { EntityField } from './entity-field.tsx'
import { PositionPreview } from './position-preview.tsx'

/** Removes the invisible marks that hold a time together in a sentence. */
const formatSeenAt = (at: Instant, zone: string): string => formatExactTime(at, zone).replace(/\p{Cf}/gu, '')

export const AddForm = () => {
  const { t } = useText()
  const send = useSend('queue-add')
  const groups = useGroups()
  const { timeZone, phase } = useView(({ session }) => session)
  const busy = usePending('queue.add') !== undefined
  // Other pages address this refusal to the person; here it is about the person.
  const isDuplicate = useRefusal('queue-add') === 'already-queued'
  const now = useNow(1000)
  const form = useRef<HTMLFormElement>(null)
  const [draft, setDraft] = useState(emptyEntryDraft)
  const [invalid, setInvalid] = useState<readonly InvalidField[]>([])
  const [added, setAdded] = useState<string | null>(null)
  const change = (update: (before: EntryDraft) => EntryDraft) => {
    setDraft((before) => {
      // The hand was seen when the secretariat started to type, not at the end.
      const after = update(before)
      return after.seenAtText === null && before.entity === '' && after.entity !== ''
        ? { ...after, seenAtText: formatSeenAt(now, timeZone) }
        : after
    })
    setInvalid([])
    setAdded(null)
  }
  const set = <K extends keyof EntryDraft>(field: K, value: EntryDraft[K]) => change((before) => ({ ...before, [field]: value }))
  // Until somebody types, the hand counts as seen now.
  const seenAt = draft.seenAtText === null ? now : parseTimeOfDay(draft.seenAtText, timeZone, now)
  const entityLengthError = isEntityTooLong(draft) ? t('join.error.tooLong', { most: maxEntityLength }) : undefined

  const add = (event: FormEvent) => {
    event.preventDefault()
    const faults = listInvalidFields(draft, seenAt)
    setInvalid(faults)
    if (faults.length > 0) return void requestAnimationFrame(() => form.current && focusFirstError(form.current))
    if (seenAt === null || busy || !isInSession(phase)) return
    void send({ type: 'queue.add', data: toAddCommand(draft, seenAt) }).then((reply) => {
      if (!reply.ok) return
      setDraft(emptyEntryDraft)
      setAdded(draft.entity)
      screenReader.say(t('queue.added', { who: draft.entity }), 'added')
    })
  }

  return (
    <Card className={styles.card} aria-labelledby="add-title">
      <CardHead id="add-title" title={t('queue.add')} />
      <form ref={form} className={styles.form} onSubmit={add} noValidate>
        <SelectField
          label={t('queue.for')}
          value={draft.kind}
          onChange={(kind) => set('kind', kind as EntryDraft['kind'])}
          options={entryKinds.map((kind) => ({ value: kind, label: t(`queue.kind.${kind}`) }))}
        />
        <EntityField
          value={draft.entity}
          registered={draft.registered}
          error={entityLengthError ?? (invalid.includes('entity') ? t('join.error.entity') : undefined)}
          onWrite={(entity) => {
            if (entity !== draft.entity) change((before) => setEntity(before, entity))
          }}
          onChoose={(registered) => change((before) => setRegistered(before, registered))}
        />
        <TextField
          label={t('queue.speaker')}
          optional={t('app.optional')}
          value={draft.speaker}
          onChange={(speaker) => set('speaker', speaker)}
          maxLength={maxPersonNameLength}
          autoComplete="off"
        />
        <div className={styles.two}>
          <TextField
            label={t('queue.seenAt')}
            className="num"
            value={draft.seenAtText ?? formatSeenAt(now, timeZone)}
            onChange={(seen) => set('seenAtText', seen)}
            error={invalid.includes('seen') ? t('queue.seenAtBad') : undefined}
            dir="ltr"
            inputMode="numeric"
            autoComplete="off"
          />
          {draft.registered === null ? (
            <SelectField
              label={t('queue.group')}
              value={draft.group}
              onChange={(group) => set('group', group)}
              error={invalid.includes('group') ? t('join.error.group') : undefined}
              options={[{ value: '', label: '' }, ...groups.map((group) => ({ value: group.id, label: getGroupName(t, group) }))]}
            />
          ) : null}
        </div>
        <div className={styles.where}>
          <span id="add-where">{t('queue.where')}</span>
          <SegmentedControl
            labelledBy="add-where"
            value={draft.requestChannel}
            onChange={(channel: RequestChannel) => set('requestChannel', channel)}
            options={requestChannels.map((channel) => ({ value: channel, label: getChannelName(t, channel) }))}
          />
        </div>
        <TextArea
          label={t('queue.note')}
          placeholder={t('queue.notePlaceholder')}
          value={draft.note}
          onChange={(note) => set('note', note)}
          maxLength={maxEntryNoteLength}
        />
        {isDuplicate ? <RefusalText text={t('queue.addTwice')} /> : <RefusalMessage area="queue-add" />}
        <Button look="primary" type="submit" disabled={busy || !isInSession(phase)}>
          {busy ? t('app.sending') : t('queue.addButton')}
        </Button>
        <p className={styles.would} role="status">
          {added === null ? <PositionPreview kind={draft.kind} seenAt={seenAt} /> : t('queue.added', { who: added })}
        </p>
      </form>
    </Card>
  )
}
