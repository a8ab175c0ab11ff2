/** An entry is moved to a place that is named; before whom that is, is read first. */
import type { EntryId } from '@rostrum/shared/contract/ids'
import { type FormEvent, useState } from 'react'
import { useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/field.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { OverlayActions } from '../../../ui/popover.tsx'
import { beforeAt, placeFrom } from './move-targets.ts'
import { useMoving } from './use-move.ts'

type MoveDialogProps = { entry: EntryId; onMoved?: (() => void) | undefined; onClose: () => void }

export const MoveDialog = ({ entry, onMoved, onClose }: MoveDialogProps) => {
  const { t } = useText()
  const moving = useMoving()
  const entries = useView((view) => view.entries)
  const line = useView((view) => view.line).map((place) => place.entry)
  const [typed, type] = useState('')
  const row = entries[entry]
  const from = line.indexOf(entry) + 1
  if (!row || from === 0) return null
  const place = placeFrom(typed, line.length)
  const before = place === null ? null : beforeAt(line, entry, place)
  const would = () => {
    if (place === null) return typed.trim() === '' ? t('queue.toNow', { place: from }) : null
    if (place === from && row.moved === 'chair') return t('queue.toStays', { place })
    return before === null ? t('queue.toLast', { place }) : t('queue.toBefore', { place, who: entries[before]?.entity ?? '' })
  }
  const wrong = typed.trim() !== '' && place === null
  const move = (event: FormEvent) => {
    event.preventDefault()
    if (place === null) return
    moving.to(entry, place)
    onMoved?.()
    onClose()
  }
  return (
    <ModalDialog open title={t('queue.toAsk', { who: row.entity })} onClose={onClose}>
      <form className="stack" onSubmit={move} noValidate>
        <TextField
          label={t('queue.toPlace', { n: line.length })}
          className="num"
          value={typed}
          onChange={type}
          error={wrong ? t('queue.toBad', { n: line.length }) : undefined}
          autoFocus
          dir="ltr"
          inputMode="numeric"
          autoComplete="off"
          maxLength={4}
        />
        <p role="status">{would()}</p>
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
