/** Another than the next: somebody of the list, or of the panel, who has not asked. */

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
  /** last-word: the list is closed with it. */
  purpose: 'call' | 'last-word'
  onClose: () => void
}

export const CallDialog = ({ purpose, onClose }: CallDialogProps) => {
  const { t } = useText()
  const send = useSend()
  const [chosen, choose] = useState<string | null>(null)
  const called = usePending(purpose === 'call' ? 'floor.call' : 'floor.last-word') !== undefined
  const current = useView(({ floor }) => floor.current)
  const next = useView(({ list }) => list.next)
  const interrupted = useView(({ floor }) => floor.interrupted !== null || floor.current?.kind === 'point-of-order')
  const candidates = useCandidates(purpose === 'call')
  const candidate = candidates.find(({ value }) => value === chosen)
  const expected = { expectedCurrent: current?.id ?? null, expectedNext: next }
  const command = candidate && commandFor(candidate, purpose, expected)
  return (
    <ModalDialog open title={t(purpose === 'call' ? 'call.title' : 'call.lastWord')} onClose={onClose}>
      <p className="muted">{t(noteOf(purpose, candidates.length, current !== null && current.startedAt !== null))}</p>
      <div className={styles.list}>
        <ChoiceList
          label={t('call.who')}
          value={chosen}
          onChange={choose}
          options={candidates.map(({ value, name, place, panel }) => ({
            value,
            label: <bdi>{name}</bdi>,
            note: panel ? t('call.panel') : place === null ? t('call.reply') : t('call.place', { n: place }),
          }))}
        />
      </div>
      <OverlayActions>
        <Button
          look="primary"
          disabled={!command || called || interrupted}
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
  /** Null for those outside the line. */
  readonly place: number | null
  readonly panel: PersonId | null
}

/** In the order in which they stand; the panel after them. */
const useCandidates = (withPanel: boolean): readonly Candidate[] => {
  const line = useView((view) => view.line)
  const replies = useView((view) => view.replies)
  const entries = useView((view) => view.entries)
  const panel = useView((view) => view.panel)
  return candidatesIn({ line, replies, entries, panel }, withPanel)
}

type Seen = Pick<View, 'line' | 'replies' | 'entries'> & { readonly panel: View['panel'] | undefined }

export const candidatesIn = ({ line, replies, entries, panel }: Seen, withPanel: boolean): readonly Candidate[] => {
  const named = (entry: EntryId, place: number | null): readonly Candidate[] => {
    const row = entries[entry]
    return row ? [{ value: entry, name: row.desk?.name ? `${row.entity}, ${row.desk.name}` : row.entity, place, panel: null }] : []
  }
  const waiting = Object.values(entries).map((row) => row?.desk?.person)
  return [
    ...line.flatMap(({ entry }, index) => named(entry, index + 1)),
    ...replies.flatMap((entry) => named(entry, null)),
    ...(withPanel ? (panel ?? []) : [])
      .filter(({ person }) => !waiting.includes(person))
      .map(({ person, entity }) => ({ value: `panel-${person}`, name: entity, place: null, panel: person })),
  ]
}

type Expected = { readonly expectedCurrent: NonNullable<View['floor']['current']>['id'] | null; readonly expectedNext: EntryId | null }

const commandFor = ({ value, panel }: Candidate, purpose: CallDialogProps['purpose'], expected: Expected): Command =>
  panel === null
    ? { type: purpose === 'call' ? 'floor.call' : 'floor.last-word', data: { entry: value as EntryId, ...expected } }
    : { type: 'floor.give', data: { person: panel, ...expected } }

const noteOf = (purpose: CallDialogProps['purpose'], count: number, speaking: boolean) => {
  if (count === 0) return 'call.nobody'
  if (purpose === 'last-word') return speaking ? 'call.lastWordEnds' : 'call.lastWordNote'
  return speaking ? 'call.ends' : 'call.note'
}
