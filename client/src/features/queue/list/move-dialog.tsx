/** Moves an entry to a given position, or before an entry found by name. The user first reads which entry will follow. */

import type { EntryId } from '@rostrum/shared/contract/ids'
import { useMemo, useState } from 'react'
import { useView } from '../../../session/hooks.tsx'
import { useTypedNames } from '../../../session/typed-names.ts'
import { useText } from '../../../text/use-text.tsx'
import { ChoiceList } from '../../../ui/choice-list.tsx'
import { TextField } from '../../../ui/field.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { Name } from '../../../ui/written.tsx'
import { DialogForm } from '../../../widgets/dialog-form.tsx'
import styles from '../queue.module.css'
import { findEntryBefore, findPositionBefore, parsePosition } from './move-targets.ts'
import { filterByName, listPartners } from './partners.ts'
import { useMove } from './use-move.ts'

/** If more entries wait, people do not know a position by its number. */
const maxUnsearched = 20
/** More rows than can be read. More letters find the others. */
const maxShown = 20

type MoveDialogProps = { entry: EntryId; onMoved?: (() => void) | undefined; onClose: () => void }

export const MoveDialog = ({ entry, onMoved, onClose }: MoveDialogProps) => {
  const { t } = useText()
  const moveEntry = useMove()
  const entries = useView((view) => view.entries)
  const order = useView((view) => view.order)
  const [typed, setTyped] = useState('')
  const row = entries[entry]
  const from = order.indexOf(entry) + 1
  if (!row || from === 0) return null
  const place = parsePosition(typed, order.length)
  const before = place === null ? null : findEntryBefore(order, entry, place)
  const getOutcomeText = () => {
    if (place === null) return typed.trim() === '' ? t('queue.toNow', { place: from }) : null
    if (place === from && row.pinnedBy === 'chair') return t('queue.toStays', { place })
    return before === null ? t('queue.toLast', { place }) : t('queue.toBefore', { place, who: entries[before]?.entity ?? '' })
  }
  const isInvalid = typed.trim() !== '' && place === null
  const submit = () => {
    if (place === null) return
    moveEntry.toPosition(entry, place)
    onMoved?.()
    onClose()
  }
  return (
    <ModalDialog open title={t('queue.toAsk', { who: row.entity })} onClose={onClose}>
      <DialogForm submission={{ busy: false, refusal: null, submit }} label={t('queue.move')} disabled={place === null} onClose={onClose}>
        <TextField
          label={t('queue.toPlace', { n: order.length })}
          className="num"
          value={typed}
          onChange={setTyped}
          error={isInvalid ? t('queue.toBad', { n: order.length }) : undefined}
          autoFocus
          dir="ltr"
          inputMode="numeric"
          autoComplete="off"
          maxLength={4}
        />
        {order.length > maxUnsearched ? (
          <BeforeWhom entry={entry} chosen={before} onChoose={(other) => setTyped(String(findPositionBefore(order, entry, other)))} />
        ) : null}
        <p role="status">{getOutcomeText()}</p>
        <p className="muted">{t('queue.toNote')}</p>
      </DialogForm>
    </ModalDialog>
  )
}

type BeforeWhomProps = { entry: EntryId; chosen: EntryId | null; onChoose: (other: EntryId) => void }

const BeforeWhom = ({ entry, chosen, onChoose }: BeforeWhomProps) => {
  const { t, ordinal } = useText()
  const entries = useView((view) => view.entries)
  const order = useView((view) => view.order)
  const [search, setSearch] = useState('')
  const names = useTypedNames()
  const others = useMemo(() => listPartners({ order, entries }, entry, 'swap', t, names), [order, entries, entry, names, t])
  const matches = search.trim() === '' ? [] : filterByName(others, search)
  const shown = matches.slice(0, maxShown)
  return (
    <>
      <TextField label={t('queue.toFind')} value={search} onChange={setSearch} autoComplete="off" maxLength={80} />
      {shown.length === 0 ? null : (
        <div className={styles.partners}>
          <ChoiceList
            label={t('queue.toFind')}
            value={chosen}
            onChange={onChoose}
            options={shown.map(({ entry: id, name, position }) => ({
              value: id,
              label: <Name>{name}</Name>,
              note: position === null ? undefined : ordinal(position),
            }))}
          />
        </div>
      )}
      {search.trim() !== '' && shown.length === 0 ? <p className="muted">{t('queue.nobodyFound')}</p> : null}
      {matches.length > shown.length ? <p className="muted">{t('call.more', { n: matches.length - shown.length })}</p> : null}
    </>
  )
}
