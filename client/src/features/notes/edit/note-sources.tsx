/** The people who made the point of a note: adds further ones, and makes two notes one point. */
import type { NoteId } from '@rostrum/shared/contract/ids'
import { getSubjectKey, type NoteSubject } from '@rostrum/shared/contract/note-subjects'
import { useSend } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { SelectField } from '../../../ui/field.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { OverlayActions } from '../../../ui/popover.tsx'
import { Name, Written } from '../../../ui/written.tsx'
import { RefusalMessage } from '../../../widgets/refusal-message.tsx'
import type { ListedNote } from '../note-list.ts'
import { getSubjectName } from '../timeline/subject-name.ts'
import { listSubjects, type NoteSources } from '../timeline/timeline-entries.ts'
import styles from './note-row.module.css'

type SourcesOfNoteProps = { note: ListedNote; points: readonly ListedNote[]; sources: NoteSources; onClose: () => void }

export const SourcesDialog = ({ note, points, sources, onClose }: SourcesOfNoteProps) => {
  const { t } = useText()
  const send = useSend('note-sources')
  const { id, also = [], version: expectedVersion } = note
  const setAlso = (subjects: readonly NoteSubject[]) =>
    void send({ type: 'notes.set-also', data: { note: id, also: [...subjects], expectedVersion } })
  const join = (into: NoteId) => void send({ type: 'notes.join', data: { note: id, into, expectedVersion } })
  const taken = new Set([note.about, ...also].map(getSubjectKey))
  // The latest one is the most likely one.
  const others = listSubjects(sources)
    .filter((one) => !taken.has(getSubjectKey(one)))
    .reverse()
  const hosts = points.filter((one) => one.id !== id && one.into === undefined && one.pendingStatus === undefined)
  return (
    <ModalDialog open title={t('notes.sourcesTitle')} onClose={onClose}>
      <Written>{note.text}</Written>
      {also.map((one) => {
        const who = getSubjectName(t, one, sources)
        return (
          <span key={getSubjectKey(one)} className="line">
            <Name>{who}</Name>
            <Button
              look="quiet"
              size="small"
              bare
              icon="x"
              aria-label={t('notes.alsoRemove', { who })}
              onClick={() => setAlso(also.filter((other) => other !== one))}
            />
          </span>
        )
      })}
      <SelectField
        label={t('notes.also')}
        value=""
        onChange={(key) => {
          const chosen = others.find((one) => getSubjectKey(one) === key)
          if (chosen) setAlso([...also, chosen])
        }}
        options={[
          { value: '', label: t('notes.alsoChoose') },
          ...others.map((one) => ({ value: getSubjectKey(one), label: getSubjectName(t, one, sources) })),
        ]}
      />
      <SelectField
        label={t('notes.join')}
        value=""
        onChange={(into) => {
          if (into !== '') join(into as NoteId)
        }}
        options={[{ value: '', label: t('notes.joinChoose') }, ...hosts.map((one) => ({ value: one.id, label: one.text }))]}
      />
      <RefusalMessage area="note-sources" />
      <OverlayActions>
        <Button look="quiet" onClick={onClose}>
          {t('app.close')}
        </Button>
      </OverlayActions>
    </ModalDialog>
  )
}

/** Below a note that is part of the point of another one. */
export const JoinedNote = ({ note, points }: Pick<SourcesOfNoteProps, 'note' | 'points'>) => {
  const { t } = useText()
  const send = useSend('note-sources')
  const host = points.find(({ id }) => id === note.into)
  return (
    <span className="line">
      <small className={styles.history}>{t('notes.joined', { text: host?.text ?? '' })}</small>
      <Button
        size="small"
        onClick={() => void send({ type: 'notes.join', data: { note: note.id, into: null, expectedVersion: note.version } })}
      >
        {t('notes.split')}
      </Button>
    </span>
  )
}
