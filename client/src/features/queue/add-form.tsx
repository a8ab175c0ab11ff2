/** A place in the list for somebody without a device, by the time the hand was seen. */
import { type Door, doors } from '@rostrum/shared/contract/choices'
import type { GroupId } from '@rostrum/shared/kernel/ids'
import type { Instant } from '@rostrum/shared/kernel/time'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { useGroups } from '../../session/groups.ts'
import { useNow, usePending, useSend, useView } from '../../session/hooks.tsx'
import { groupName } from '../../text/group-name.ts'
import { exactTime } from '../../text/times.ts'
import { instantFrom } from '../../text/typed-time.ts'
import { useText } from '../../text/use-text.tsx'
import { announcements } from '../../ui/announcements.ts'
import { Button } from '../../ui/button.tsx'
import { Card, CardHead } from '../../ui/card.tsx'
import { focusFirstError, SelectField, TextField } from '../../ui/field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import styles from './add-form.module.css'
import { WouldStand } from './would-stand.tsx'

type Draft = {
  readonly entity: string
  readonly speaker: string
  readonly group: string
  readonly door: Door
  readonly seen: string | null
  readonly note: string
}
type Wrong = 'entity' | 'group' | 'seen'

const blank: Draft = { entity: '', speaker: '', group: '', door: 'room', seen: null, note: '' }
/** Without the marks that hold a time together in a sentence. */
const written = (at: Instant, zone: string): string => exactTime(at, zone).replace(/\p{Cf}/gu, '')
const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text)

/** `refused`: what could not be done. */
export const AddForm = ({ refused }: { refused?: ReactNode }) => {
  const { t } = useText()
  const send = useSend()
  const groups = useGroups()
  const { timeZone, phase } = useView(({ session }) => session)
  const busy = usePending('queue.add') !== undefined
  const now = useNow(1000)
  const form = useRef<HTMLFormElement>(null)
  const [draft, setDraft] = useState(blank)
  const [wrong, setWrong] = useState<readonly Wrong[]>([])
  const [added, setAdded] = useState<string | null>(null)
  const change = (changed: Partial<Draft>) => {
    setDraft((before) => {
      // The hand was seen when the desk began to write, not when it had done.
      const begins = before.seen === null && before.entity === '' && changed.entity !== undefined
      return { ...before, ...(begins ? { seen: written(now, timeZone) } : {}), ...changed }
    })
    setWrong([])
    setAdded(null)
  }
  // Until somebody writes, the hand is seen now.
  const seenAt = draft.seen === null ? now : instantFrom(draft.seen, timeZone, now)

  const add = (event: FormEvent) => {
    event.preventDefault()
    const faults: readonly Wrong[] = [
      ...(draft.entity.trim() === '' ? (['entity'] as const) : []),
      ...(draft.group === '' ? (['group'] as const) : []),
      ...(seenAt === null ? (['seen'] as const) : []),
    ]
    setWrong(faults)
    if (faults.length > 0) return void requestAnimationFrame(() => form.current && focusFirstError(form.current))
    if (seenAt === null || busy || phase !== 'open') return
    const { entity, speaker, group, door, note } = draft
    const data = { entity, speaker: textOrNull(speaker), group: group as GroupId, door, seenAt, note: textOrNull(note) }
    void send({ type: 'queue.add', data }).then((reply) => {
      if (!reply.ok) return
      setDraft(blank)
      setAdded(entity)
      announcements.say(t('queue.added', { who: entity }), 'added')
    })
  }

  return (
    <Card className={styles.card} aria-labelledby="add-title">
      <CardHead id="add-title" title={t('queue.add')} />
      <form ref={form} className={styles.form} onSubmit={add} noValidate>
        <TextField
          label={t('queue.entity')}
          value={draft.entity}
          onChange={(entity) => change({ entity })}
          error={wrong.includes('entity') ? t('join.error.entity') : undefined}
          maxLength={200}
          autoComplete="off"
        />
        <TextField
          label={t('queue.speaker')}
          optional={t('app.optional')}
          value={draft.speaker}
          onChange={(speaker) => change({ speaker })}
          maxLength={160}
          autoComplete="off"
        />
        <div className={styles.two}>
          <TextField
            label={t('queue.seenAt')}
            className="num"
            value={draft.seen ?? written(now, timeZone)}
            onChange={(seen) => change({ seen })}
            error={wrong.includes('seen') ? t('queue.seenAtBad') : undefined}
            dir="ltr"
            inputMode="numeric"
            autoComplete="off"
          />
          <SelectField
            label={t('queue.group')}
            value={draft.group}
            onChange={(group) => change({ group })}
            error={wrong.includes('group') ? t('join.error.group') : undefined}
            options={[{ value: '', label: '' }, ...groups.map((group) => ({ value: group.id, label: groupName(t, group) }))]}
          />
        </div>
        <div className={styles.where}>
          <span id="add-where">{t('queue.where')}</span>
          <Segmented
            labelledBy="add-where"
            value={draft.door}
            onChange={(door) => change({ door })}
            options={doors.map((door) => ({ value: door, label: t(`channel.${door}`) }))}
          />
        </div>
        <TextArea
          label={t('queue.note')}
          placeholder={t('queue.notePlaceholder')}
          value={draft.note}
          onChange={(note) => change({ note })}
          maxLength={600}
        />
        {refused}
        <Button look="primary" type="submit" disabled={busy || phase !== 'open'}>
          {busy ? t('app.sending') : t('queue.addButton')}
        </Button>
        <p className={styles.would} role="status">
          {added === null ? <WouldStand seenAt={seenAt} /> : t('queue.added', { who: added })}
        </p>
      </form>
    </Card>
  )
}
