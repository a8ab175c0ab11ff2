/** A place in the list for somebody without a device, by the time the hand was seen. */
import { type Door, doors, entryKinds } from '@rostrum/shared/contract/enums'
import type { Instant } from '@rostrum/shared/kernel/time'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { useGroups } from '../../../session/groups.ts'
import { useNow, usePending, useRefusal, useSend, useView } from '../../../session/hooks.tsx'
import { groupName } from '../../../text/group-name.ts'
import { exactTime } from '../../../text/times.ts'
import { instantFrom } from '../../../text/typed-time.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card, CardHead } from '../../../ui/card.tsx'
import { focusFirstError, SelectField, TextField } from '../../../ui/field.tsx'
import { Refusal } from '../../../ui/refusal-text.tsx'
import { announcements } from '../../../ui/screen-reader.ts'
import { Segmented } from '../../../ui/segmented-control.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { blank, type Draft, dataOf, faultsIn, type Wrong, withEntity, withRegistered } from './add-draft.ts'
import styles from './add-form.module.css'
import { EntityField } from './entity-field.tsx'
import { WouldStand } from './position-preview.tsx'

/** Without the marks that hold a time together in a sentence. */
const written = (at: Instant, zone: string): string => exactTime(at, zone).replace(/\p{Cf}/gu, '')

/** `refused`: what could not be done. */
export const AddForm = ({ refused }: { refused?: ReactNode }) => {
  const { t } = useText()
  const send = useSend()
  const groups = useGroups()
  const { timeZone, phase } = useView(({ session }) => session)
  const busy = usePending('queue.add') !== undefined
  // Elsewhere it is said to the person; here it is said of them.
  const twice = useRefusal(['queue.add']) === 'already-queued'
  const now = useNow(1000)
  const form = useRef<HTMLFormElement>(null)
  const [draft, setDraft] = useState(blank)
  const [wrong, setWrong] = useState<readonly Wrong[]>([])
  const [added, setAdded] = useState<string | null>(null)
  const change = (changed: (before: Draft) => Draft) => {
    setDraft((before) => {
      // The hand was seen when the desk began to write, not when it had done.
      const after = changed(before)
      return after.seen === null && before.entity === '' && after.entity !== '' ? { ...after, seen: written(now, timeZone) } : after
    })
    setWrong([])
    setAdded(null)
  }
  const set = <K extends keyof Draft>(field: K, value: Draft[K]) => change((before) => ({ ...before, [field]: value }))
  // Until somebody writes, the hand is seen now.
  const seenAt = draft.seen === null ? now : instantFrom(draft.seen, timeZone, now)
  const shut = phase === 'planned' || phase === 'closed'

  const add = (event: FormEvent) => {
    event.preventDefault()
    const faults = faultsIn(draft, seenAt)
    setWrong(faults)
    if (faults.length > 0) return void requestAnimationFrame(() => form.current && focusFirstError(form.current))
    if (seenAt === null || busy || shut) return
    void send({ type: 'queue.add', data: dataOf(draft, seenAt) }).then((reply) => {
      if (!reply.ok) return
      setDraft(blank)
      setAdded(draft.entity)
      announcements.say(t('queue.added', { who: draft.entity }), 'added')
    })
  }

  return (
    <Card className={styles.card} aria-labelledby="add-title">
      <CardHead id="add-title" title={t('queue.add')} />
      <form ref={form} className={styles.form} onSubmit={add} noValidate>
        <SelectField
          label={t('queue.for')}
          value={draft.kind}
          onChange={(kind) => set('kind', kind as Draft['kind'])}
          options={entryKinds.map((kind) => ({ value: kind, label: t(`queue.kind.${kind}`) }))}
        />
        <EntityField
          value={draft.entity}
          registered={draft.registered}
          error={wrong.includes('entity') ? t('join.error.entity') : undefined}
          onWrite={(entity) => {
            if (entity !== draft.entity) change((before) => withEntity(before, entity))
          }}
          onChoose={(registered) => change((before) => withRegistered(before, registered))}
        />
        <TextField
          label={t('queue.speaker')}
          optional={t('app.optional')}
          value={draft.speaker}
          onChange={(speaker) => set('speaker', speaker)}
          maxLength={160}
          autoComplete="off"
        />
        <div className={styles.two}>
          <TextField
            label={t('queue.seenAt')}
            className="num"
            value={draft.seen ?? written(now, timeZone)}
            onChange={(seen) => set('seen', seen)}
            error={wrong.includes('seen') ? t('queue.seenAtBad') : undefined}
            dir="ltr"
            inputMode="numeric"
            autoComplete="off"
          />
          {draft.registered === null ? (
            <SelectField
              label={t('queue.group')}
              value={draft.group}
              onChange={(group) => set('group', group)}
              error={wrong.includes('group') ? t('join.error.group') : undefined}
              options={[{ value: '', label: '' }, ...groups.map((group) => ({ value: group.id, label: groupName(t, group) }))]}
            />
          ) : null}
        </div>
        <div className={styles.where}>
          <span id="add-where">{t('queue.where')}</span>
          <Segmented
            labelledBy="add-where"
            value={draft.door}
            onChange={(door: Door) => set('door', door)}
            options={doors.map((door) => ({ value: door, label: t(`channel.${door}`) }))}
          />
        </div>
        <TextArea
          label={t('queue.note')}
          placeholder={t('queue.notePlaceholder')}
          value={draft.note}
          onChange={(note) => set('note', note)}
          maxLength={600}
        />
        {twice ? <Refusal words={t('queue.addTwice')} /> : refused}
        <Button look="primary" type="submit" disabled={busy || shut}>
          {busy ? t('app.sending') : t('queue.addButton')}
        </Button>
        <p className={styles.would} role="status">
          {added === null ? <WouldStand kind={draft.kind} seenAt={seenAt} /> : t('queue.added', { who: added })}
        </p>
      </form>
    </Card>
  )
}
