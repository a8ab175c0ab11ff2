/** Calls somebody other than the next speaker: another entry of the queue, a panellist, or anybody found in the roster. */

import type { ByChannel } from '@rostrum/shared/contract/channels'
import type { EntryId, GroupId } from '@rostrum/shared/contract/ids'
import { interrupts } from '@rostrum/shared/contract/kinds'
import type { Command } from '@rostrum/shared/contract/registry'
import type { View } from '@rostrum/shared/projection/registry'
import { useMemo, useState } from 'react'
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import { useTypedNames } from '../../../session/typed-names.ts'
import type { PlainKey } from '../../../text/catalogue.ts'
import type { Translate } from '../../../text/messages.ts'
import { useText } from '../../../text/use-text.tsx'
import { ChoiceList } from '../../../ui/choice-list.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { Name } from '../../../ui/written.tsx'
import { DialogActions } from '../../../widgets/dialog-form.tsx'
import { type Candidate, filterCandidates, listCandidates, listFound } from './call-candidates.ts'
import styles from './call-dialog.module.css'
import { CandidateFinder } from './candidate-finder.tsx'
import { useFoundPeople } from './use-found-people.ts'

type CallDialogProps = {
  /** call-last: the call also closes the queue. */
  purpose: 'call' | 'call-last'
  onClose: () => void
}

export const CallDialog = ({ purpose, onClose }: CallDialogProps) => {
  const { t } = useText()
  const send = useSend('controls')
  const [chosen, setChosen] = useState<string | null>(null)
  const sending = usePending(purpose === 'call' ? 'floor.call' : 'floor.call-last') !== undefined
  const current = useView(({ floor }) => floor.current)
  const next = useView(({ queue }) => queue.next)
  const interrupted = useView(({ floor }) => floor.interrupted !== null || interrupts(floor.current?.kind))
  const [find, setFind] = useState('')
  const [group, setGroup] = useState<GroupId | null>(null)
  const { candidates, others } = useCandidates(purpose, find)
  const found = [...filterCandidates(candidates, find, group), ...filterCandidates(others, '', group)]
  const shown = found.slice(0, maxShown)
  const candidate = [...candidates, ...others].find(({ value }) => value === chosen)
  const expected = { expectedCurrent: current?.id ?? null, expectedNext: next }
  const command = candidate && makeCallCommand(candidate, purpose, expected)
  return (
    <ModalDialog open title={t(purpose === 'call' ? 'call.title' : 'call.callLast')} onClose={onClose}>
      <p className="muted">{t(getNote(purpose, candidates.length, current !== null && current.startedAt !== null))}</p>
      {purpose === 'call' || candidates.length >= minToFind ? (
        <CandidateFinder
          label={t(purpose === 'call' ? 'call.findAll' : 'call.find', { n: candidates.length })}
          candidates={candidates.length < minToFind ? [] : candidates}
          {...{ find, group }}
          onFind={setFind}
          onGroup={setGroup}
        />
      ) : null}
      <div className={styles.list}>
        <ChoiceList
          label={t('call.who')}
          value={chosen}
          onChange={setChosen}
          options={shown.map((one) => ({ value: one.value, label: <Name>{one.name}</Name>, note: getCandidateNote(t, one) }))}
        />
      </div>
      <p className="muted" role="status">
        {found.length > shown.length ? t('call.more', { n: found.length - shown.length }) : null}
        {found.length === 0 && find.trim() !== '' ? t('give.none') : null}
      </p>
      <DialogActions
        disabled={!command || sending || interrupted}
        onUse={() => {
          if (command) void send(command)
          onClose()
        }}
        label={candidate ? t(purpose === 'call' ? 'call.give' : 'call.giveLast', { who: candidate.name }) : t('call.who')}
        onClose={onClose}
      />
    </ModalDialog>
  )
}

/** `others`: people found in the roster by the typed name. Only people in the list can have the last word. */
const useCandidates = (purpose: CallDialogProps['purpose'], find: string) => {
  const { t, language } = useText()
  const order = useView((view) => view.order)
  const replies = useView((view) => view.replies)
  const entries = useView((view) => view.entries)
  const panellists = useView((view) => view.panellists)
  const names = useTypedNames()
  const found = useFoundPeople(purpose === 'call' ? find : '')
  return useMemo(() => {
    const view = { order, replies, entries, panellists }
    return {
      candidates: listCandidates(view, purpose === 'call', t, names),
      others: listFound(found ?? [], view, language.id),
    }
  }, [order, replies, entries, panellists, purpose, t, language.id, found, names])
}

const unlistedWords: ByChannel<PlainKey> = { room: 'call.inRoom', remote: 'call.remote' }

const getCandidateNote = (t: Translate, { person, channel, position }: Candidate): string => {
  if (channel !== null) return t(unlistedWords[channel])
  if (person !== null) return t('call.panel')
  return position === null ? t('call.reply') : t('call.place', { n: position })
}

/** With fewer candidates there are no groups, and for the last word no search. */
const minToFind = 8
/** More rows than can be read. The others are found by name. */
const maxShown = 40

type ExpectedState = { readonly expectedCurrent: NonNullable<View['floor']['current']>['id'] | null; readonly expectedNext: EntryId | null }

const makeCallCommand = ({ value, person }: Candidate, purpose: CallDialogProps['purpose'], expected: ExpectedState): Command =>
  person === null
    ? { type: purpose === 'call' ? 'floor.call' : 'floor.call-last', data: { entry: value as EntryId, ...expected } }
    : { type: 'floor.give', data: { person, ...expected } }

const getNote = (purpose: CallDialogProps['purpose'], count: number, speaking: boolean) => {
  if (count === 0) return 'call.nobody'
  if (purpose === 'call-last') return speaking ? 'call.callLastEnds' : 'call.callLastNote'
  return speaking ? 'call.ends' : 'call.note'
}
