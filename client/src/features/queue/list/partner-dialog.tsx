/** The other one is chosen: to change places with, as agreed aloud, or for a joint statement. What comes of it is read first. */
import type { EntryId } from '@rostrum/shared/contract/ids'
import type { EntryRow } from '@rostrum/shared/projection/queue/rows'
import { useState } from 'react'
import { useSend, useView } from '../../../session/hooks.tsx'
import { timeOfDay } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { ChoiceList } from '../../../ui/choice-list.tsx'
import { TextField } from '../../../ui/field.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { OverlayActions } from '../../../ui/popover.tsx'
import styles from '../queue.module.css'
import { nameOf } from '../row-name.ts'
import { commandWith, namedLike, type Partner, type Purpose, partnersFor } from './partners.ts'

type PartnerDialogProps = { purpose: Purpose; entry: EntryId; onDone?: (() => void) | undefined; onClose: () => void }

/** More than these are easier found by name. */
const few = 8

export const PartnerDialog = ({ purpose, entry, onDone, onClose }: PartnerDialogProps) => {
  const { t, ordinal } = useText()
  const send = useSend()
  const entries = useView((view) => view.entries)
  const line = useView((view) => view.line)
  const zone = useView(({ session }) => session.timeZone)
  const [written, write] = useState('')
  const [chosen, choose] = useState<EntryId | null>(null)
  const row = entries[entry]
  if (!row) return null
  const partners = partnersFor({ line, entries }, entry, purpose)
  const partner = partners.find((one) => one.entry === chosen)
  const found = namedLike(partners, written)
  const use = () => {
    if (partner) void send(commandWith(purpose, entry, partner.entry))
    onDone?.()
    onClose()
  }
  const noteOf = ({ place, askedAt }: Partner) => {
    const asked = t('queue.askedAt', { time: timeOfDay(askedAt, zone) })
    return place === null ? t('queue.notNowAnd', { asked }) : t('queue.placeAnd', { place: ordinal(place), asked })
  }
  return (
    <ModalDialog open title={t(purpose === 'swap' ? 'queue.swapAsk' : 'queue.mergeAsk', { who: row.entity })} onClose={onClose}>
      {partners.length > few ? (
        <TextField label={t('queue.findName')} value={written} onChange={write} autoComplete="off" maxLength={80} />
      ) : null}
      <div className={styles.partners}>
        <ChoiceList
          label={t('queue.withWhom')}
          value={chosen}
          onChange={choose}
          options={found.map((one) => ({ value: one.entry, label: <bdi>{one.name}</bdi>, note: noteOf(one) }))}
        />
        {found.length === 0 ? <p className="muted">{t('queue.nobodyFound')}</p> : null}
      </div>
      <p role="status">{partner ? <Outcome purpose={purpose} entry={entry} row={row} partner={partner} /> : null}</p>
      <OverlayActions>
        <Button look="primary" disabled={!partner} onClick={use}>
          {t(purpose === 'swap' ? 'queue.swapUse' : 'queue.mergeUse')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('app.cancel')}
        </Button>
      </OverlayActions>
    </ModalDialog>
  )
}

type OutcomeProps = { purpose: Purpose; entry: EntryId; row: EntryRow; partner: Partner }

const Outcome = ({ purpose, entry, row, partner }: OutcomeProps) => {
  const { t, ordinal } = useText()
  const zone = useView(({ session }) => session.timeZone)
  const index = useView(({ line }) => line.findIndex((place) => place.entry === entry))
  const who = nameOf(row)
  if (purpose === 'swap') {
    if (partner.place === null || index < 0) return null
    return t('queue.swapWould', { who, place: ordinal(partner.place), other: partner.name, otherPlace: ordinal(index + 1) })
  }
  const [earlier, askedAt] = row.askedAt <= partner.askedAt ? [who, row.askedAt] : [partner.name, partner.askedAt]
  return t('queue.mergeWould', { who, other: partner.name, earlier, time: timeOfDay(askedAt, zone) })
}
