/** Calls somebody other than the next speaker: another entry of the queue, or a panellist who has not asked. */

import type { EntryId, GroupId } from '@rostrum/shared/contract/ids'
import type { Command } from '@rostrum/shared/contract/registry'
import type { View } from '@rostrum/shared/projection/registry'
import { useMemo, useState } from 'react'
import { useGroups } from '../../../session/groups.ts'
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import { getGroupName } from '../../../text/group-name.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { ChoiceList } from '../../../ui/choice-list.tsx'
import { SelectField, TextField } from '../../../ui/field.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { OverlayActions } from '../../../ui/popover.tsx'
import { type Candidate, filterCandidates, listCandidates } from './call-candidates.ts'
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
  const [find, setFind] = useState('')
  const [group, setGroup] = useState<GroupId | null>(null)
  const found = filterCandidates(candidates, find, group)
  const shown = found.slice(0, maxShown)
  const candidate = candidates.find(({ value }) => value === chosen)
  const expected = { expectedCurrent: current?.id ?? null, expectedNext: next }
  const command = candidate && makeCallCommand(candidate, purpose, expected)
  return (
    <ModalDialog open title={t(purpose === 'call' ? 'call.title' : 'call.callLast')} onClose={onClose}>
      <p className="muted">{t(getNote(purpose, candidates.length, current !== null && current.startedAt !== null))}</p>
      {candidates.length < minToFind ? null : (
        <CandidateFinder candidates={candidates} find={find} onFind={setFind} group={group} onGroup={setGroup} />
      )}
      <div className={styles.list}>
        <ChoiceList
          label={t('call.who')}
          value={chosen}
          onChange={setChosen}
          options={shown.map(({ value, name, position: place, panel }) => ({
            value,
            label: <bdi>{name}</bdi>,
            note: panel ? t('call.panel') : place === null ? t('call.reply') : t('call.place', { n: place }),
          }))}
        />
      </div>
      <p className="muted" role="status">
        {found.length > shown.length ? t('call.more', { n: found.length - shown.length }) : null}
        {found.length === 0 && candidates.length > 0 ? t('give.none') : null}
      </p>
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

const useCandidates = (withPanel: boolean): readonly Candidate[] => {
  const { language } = useText()
  const order = useView((view) => view.order)
  const replies = useView((view) => view.replies)
  const entries = useView((view) => view.entries)
  const panellists = useView((view) => view.panellists)
  return useMemo(
    () => listCandidates({ order, replies, entries, panellists }, withPanel, language.id),
    [order, replies, entries, panellists, withPanel, language.id],
  )
}

/** So few need no search. */
const minToFind = 8
/** More rows than can be read. The others are found by name. */
const maxShown = 40

type FinderProps = {
  candidates: readonly Candidate[]
  find: string
  onFind: (typed: string) => void
  group: GroupId | null
  onGroup: (group: GroupId | null) => void
}

const CandidateFinder = ({ candidates, find, onFind, group, onGroup }: FinderProps) => {
  const { t } = useText()
  const groups = useGroups()
  const options = groups.flatMap((one) => {
    const n = candidates.filter((candidate) => candidate.group === one.id).length
    return n === 0 ? [] : [{ value: one.id as string, label: t('call.groupCount', { group: getGroupName(t, one), n }) }]
  })
  return (
    <div className={styles.finder}>
      <TextField label={t('call.find', { n: candidates.length })} value={find} onChange={onFind} autoComplete="off" autoFocus />
      <SelectField
        label={t('call.group')}
        value={group ?? ''}
        onChange={(value) => onGroup(value === '' ? null : (value as GroupId))}
        options={[{ value: '', label: t('call.groupCount', { group: t('call.allGroups'), n: candidates.length }) }, ...options]}
      />
    </div>
  )
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
