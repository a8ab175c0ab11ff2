/** Chooses the other entry for a swap that was agreed aloud, or for a joint statement. The user first reads the effect. */

import type { EntryId } from '@rostrum/shared/contract/ids'
import type { EntryRow } from '@rostrum/shared/projection/queue/rows'
import { useMemo, useState } from 'react'
import { useSend, useView } from '../../../session/hooks.tsx'
import { useTypedNames } from '../../../session/typed-names.ts'
import { formatTime } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { ChoiceList } from '../../../ui/choice-list.tsx'
import { TextField } from '../../../ui/field.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { Name } from '../../../ui/written.tsx'
import { DialogActions } from '../../../widgets/dialog-form.tsx'
import { formatRowName } from '../../../widgets/row-name.ts'
import { SwapChanges } from '../order/order-changes.tsx'
import styles from '../queue.module.css'
import { type EntryPartner, filterByName, listPartners, makePartnerCommand, type PartnerPurpose } from './partners.ts'

type PartnerDialogProps = { purpose: PartnerPurpose; entry: EntryId; onDone?: (() => void) | undefined; onClose: () => void }

/** With more partners, a search by name is offered. */
const maxUnsearched = 8
/** More rows than can be read. The others are found by name. */
const maxShown = 40

export const PartnerDialog = ({ purpose, entry, onDone, onClose }: PartnerDialogProps) => {
  const { t, ordinal } = useText()
  const send = useSend('queue')
  const entries = useView((view) => view.entries)
  const order = useView((view) => view.order)
  const zone = useView(({ session }) => session.timeZone)
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState<EntryId | null>(null)
  const row = entries[entry]
  const names = useTypedNames()
  const partners = useMemo(() => listPartners({ order, entries }, entry, purpose, t, names), [order, entries, entry, purpose, names, t])
  if (!row) return null
  const partner = partners.find((one) => one.entry === chosen)
  const matches = filterByName(partners, search)
  const shown = matches.slice(0, maxShown)
  const use = () => {
    if (partner) void send(makePartnerCommand(purpose, entry, partner.entry))
    onDone?.()
    onClose()
  }
  const getNote = ({ position: place, askedAt }: EntryPartner) => {
    const asked = t('queue.askedAt', { time: formatTime(askedAt, zone) })
    return place === null ? t('queue.notNowAnd', { asked }) : t('queue.placeAnd', { place: ordinal(place), asked })
  }
  return (
    <ModalDialog open title={t(purpose === 'swap' ? 'queue.swapAsk' : 'queue.mergeAsk', { who: row.entity })} onClose={onClose}>
      {partners.length > maxUnsearched ? (
        <TextField label={t('queue.findName')} value={search} onChange={setSearch} autoComplete="off" maxLength={80} />
      ) : null}
      <div className={styles.partners}>
        <ChoiceList
          label={t('queue.withWhom')}
          value={chosen}
          onChange={setChosen}
          options={shown.map((one) => ({ value: one.entry, label: <Name>{one.name}</Name>, note: getNote(one) }))}
        />
        {matches.length === 0 ? <p className="muted">{t('queue.nobodyFound')}</p> : null}
      </div>
      {matches.length > shown.length ? <p className="muted">{t('call.more', { n: matches.length - shown.length })}</p> : null}
      <div role="status" className={styles.outcome}>
        {partner ? <PartnerOutcome purpose={purpose} entry={entry} row={row} partner={partner} /> : null}
        {partner && purpose === 'swap' ? <SwapChanges entry={entry} with={partner.entry} /> : null}
      </div>
      <DialogActions disabled={!partner} onUse={use} label={t(purpose === 'swap' ? 'queue.swapUse' : 'queue.mergeUse')} onClose={onClose} />
    </ModalDialog>
  )
}

type PartnerOutcomeProps = { purpose: PartnerPurpose; entry: EntryId; row: EntryRow; partner: EntryPartner }

const PartnerOutcome = ({ purpose, entry, row, partner }: PartnerOutcomeProps) => {
  const { t, ordinal } = useText()
  const zone = useView(({ session }) => session.timeZone)
  const index = useView(({ order }) => order.indexOf(entry))
  const who = formatRowName(t, row, useTypedNames())
  if (purpose === 'swap') {
    if (partner.position === null || index < 0) return null
    return <p>{t('queue.swapWould', { who, place: ordinal(partner.position), other: partner.name, otherPlace: ordinal(index + 1) })}</p>
  }
  const [earlier, askedAt] = row.askedAt <= partner.askedAt ? [who, row.askedAt] : [partner.name, partner.askedAt]
  return <p>{t('queue.mergeWould', { who, other: partner.name, earlier, time: formatTime(askedAt, zone) })}</p>
}
