/** Gives the floor to somebody who has not asked: a panellist, or anybody who takes part, found by organization. */

import type { PersonId } from '@rostrum/shared/contract/ids'
import { useState } from 'react'
import { findGroup, useGroups } from '../../../session/groups.ts'
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import { whereWords } from '../../../text/channel-words.ts'
import { getGroupName } from '../../../text/group-name.ts'
import { useText } from '../../../text/use-text.tsx'
import { ChoiceList } from '../../../ui/choice-list.tsx'
import { TextField } from '../../../ui/field.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { Name } from '../../../ui/written.tsx'
import { DialogActions } from '../../../widgets/dialog-form.tsx'
import styles from './call-dialog.module.css'
import { type FoundPerson, useFoundPeople } from './use-found-people.ts'

type GiveDialogProps = {
  /** panel: its people are listed, and the search is one press away. anybody: the search is open, and lists only the people it finds. */
  from: 'panel' | 'anybody'
  onClose: () => void
}

export const GiveDialog = ({ from, onClose }: GiveDialogProps) => {
  const { t } = useText()
  const send = useSend('controls')
  const groups = useGroups()
  const [find, setFind] = useState('')
  const panel = useView(({ panellists }) => panellists ?? [])
  const [chosen, setChosen] = useState<PersonId | null>(from === 'panel' && panel.length === 1 ? (panel[0]?.person ?? null) : null)
  const sending = usePending('floor.give') !== undefined
  const expectedCurrent = useView(({ floor }) => floor.current?.id ?? null)
  const expectedNext = useView(({ queue }) => queue.next)
  const speaks = useView(({ floor }) => floor.current !== null && floor.current.startedAt !== null)
  const found = useFoundPeople(find)
  const isSearched = find.trim() !== ''
  const people: readonly FoundPerson[] = isSearched ? (found ?? []) : from === 'panel' ? panel : []
  const person = people.find((one) => one.person === chosen)
  const give = () => {
    if (person) void send({ type: 'floor.give', data: { person: person.person, expectedCurrent, expectedNext } })
    onClose()
  }
  return (
    <ModalDialog open title={t(from === 'panel' ? 'control.givePanel' : 'control.giveAnybody')} onClose={onClose}>
      <p className="muted">{t(speaks ? 'call.ends' : 'give.note')}</p>
      <TextField label={t('give.find')} value={find} onChange={setFind} autoComplete="off" autoFocus={from === 'anybody'} />
      {people.length === 0 ? null : (
        <div className={styles.list}>
          <ChoiceList
            label={t(isSearched ? 'give.found' : 'give.panel')}
            value={chosen}
            onChange={setChosen}
            options={people.map((one) => ({
              value: one.person,
              label: <Name>{one.entity}</Name>,
              note: t('speaker.groupAndChannel', {
                group: getGroupName(t, findGroup(groups, one.group)),
                channel: t(whereWords[one.channel]),
              }),
            }))}
          />
        </div>
      )}
      <p className="muted" role="status">
        {found?.length === 0 && isSearched ? t('give.none') : null}
      </p>
      <DialogActions
        disabled={!person || sending}
        onUse={give}
        label={person ? t('give.button', { who: person.entity }) : t('call.who')}
        onClose={onClose}
      />
    </ModalDialog>
  )
}
