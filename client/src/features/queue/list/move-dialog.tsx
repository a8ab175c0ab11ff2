/** Moves an entry to a given position. The user first reads before whom that is. */
import type { EntryId } from '@rostrum/shared/contract/ids'
import { type FormEvent, useState } from 'react'
import { useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/field.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { OverlayActions } from '../../../ui/popover.tsx'
import { findEntryBefore, parsePosition } from './move-targets.ts'
import { useMove } from './use-move.ts'

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
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (place === null) return
    moveEntry.toPosition(entry, place)
    onMoved?.()
    onClose()
  }
  return (
    <ModalDialog open title={t('queue.toAsk', { who: row.entity })} onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
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
        <p role="status">{getOutcomeText()}</p>
        <p className="muted">{t('queue.toNote')}</p>
        <OverlayActions>
          <Button look="primary" type="submit" disabled={place === null}>
            {t('queue.move')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('app.cancel')}
          </Button>
        </OverlayActions>
      </form>
    </ModalDialog>
  )
}
