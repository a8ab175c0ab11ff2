/** Calls somebody other than the next speaker: another entry of the queue, or a panellist who has not asked. */

import type { EntryId, PersonId } from '@rostrum/shared/contract/ids'
import type { Command } from '@rostrum/shared/contract/registry'
import type { View } from '@rostrum/shared/projection/registry'
import { useState } from 'react'
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { ChoiceList } from '../../../ui/choice-list.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { OverlayActions } from '../../../ui/popover.tsx'
import styles from './call-dialog.module.css'

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
  const interrupted = useView(({ floor }) => floor.interrupted !== null || floor.current?.kind === 'point-of-order')
  const candidates = useCandidates(purpose === 'call')
  const candidate = candidates.find(({ value }) => value === chosen)
  const expected = { expectedCurrent: current?.id ?? null, expectedNext: next }
  const command = candidate && makeCallCommand(candidate, purpose, expected)
  return (
    <ModalDialog open title={t(purpose === 'call' ? 'call.title' : 'call.callLast')} onClose={onClose}>
      <p className="muted">{t(getNote(purpose, candidates.length, current !== null && current.startedAt !== null))}</p>
      <div className={styles.list}>
        <ChoiceList
          label={t('call.who')}
          value={chosen}
          onChange={setChosen}
          options={candidates.map(({ value, name, position: place, panel }) => ({
            value,
            label: <bdi>{name}</bdi>,
            note: panel ? t('call.panel') : place === null ? t('call.reply') : t('call.place', { n: place }),
          }))}
        />
      </div>
      <OverlayActions>
        <Button
          look="primary"
          disabled={!command || sending || interrupted}
          onClick={() => {
            if (command) void send(command)
            onClose()
          }}
        >
          {candidate ? t(purpose === 'call' ? 'call.give' : 'call.giveLast', { who: candidate.name }) : t('call.who')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('app.cancel')}
        </Button>
      </OverlayActions>
    </ModalDialog>
  )
}

type Candidate = {
  readonly value: string
  readonly name: string
  /** Null for people who are not in the queue. */
  readonly position: number | null
  readonly panel: PersonId | null
}

/** Entries in queue order, then the panel. */
const useCandidates = (withPanel: boolean): readonly Candidate[] => {
  const order = useView((view) => view.order)
  const replies = useView((view) => view.replies)
  const entries = useView((view) => view.entries)
  const panellists = useView((view) => view.panellists)
  return listCandidates({ order, replies, entries, panellists }, withPanel)
}

type CandidateView = Pick<View, 'order' | 'replies' | 'entries'> & { readonly panellists: View['panellists'] | undefined }

export const listCandidates = ({ order, replies, entries, panellists: panel }: CandidateView, withPanel: boolean): readonly Candidate[] => {
  const makeCandidate = (entry: EntryId, position: number | null): readonly Candidate[] => {
    const row = entries[entry]
    return row ? [{ value: entry, name: row.staff?.name ? `${row.entity}, ${row.staff.name}` : row.entity, position, panel: null }] : []
  }
  const waitingPeople = Object.values(entries).map((row) => row?.staff?.person)
  return [
    ...order.flatMap(({ entry }, index) => makeCandidate(entry, index + 1)),
    ...replies.flatMap((entry) => makeCandidate(entry, null)),
    ...(withPanel ? (panel ?? []) : [])
      .filter(({ person }) => !waitingPeople.includes(person))
      .map(({ person, entity }) => ({ value: `panel-${person}`, name: entity, position: null, panel: person })),
  ]
}

type ExpectedState = { readonly expectedCurrent: NonNullable<View['floor']['current']>['id'] | null; readonly expectedNext: EntryId | null }

const makeCallCommand = ({ value, panel }: Candidate, purpose: CallDialogProps['purpose'], expected: ExpectedState): Command =>
  panel === null
    ? { type: purpose === 'call' ? 'floor.call' : 'floor.call-last', data: { entry: value as EntryId, ...expected } }
    : { type: 'floor.give', data: { person: panel, ...expected } }

const getNote = (purpose: CallDialogProps['purpose'], count: number, speaking: boolean) => {
  if (count === 0) return 'call.nobody'
  if (purpose === 'call-last') return speaking ? 'call.callLastEnds' : 'call.callLastNote'
  return speaking ? 'call.ends' : 'call.note'
}
