/** The form below the list. The field has the focus, Enter adds the note, and the subject of the note is always visible. */
import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import { useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { RefusalMessage } from '../../../widgets/refusal-message.tsx'
import type { NoteTarget } from '../note-list.ts'
import { getTargetName } from '../timeline/subject-name.ts'
import type { NoteSources, TimelineEntry } from '../timeline/timeline-entries.ts'
import styles from './compose.module.css'
import { fitsNote } from './draft.ts'
import { focusEnd } from './focus-end.ts'
import { NoteField } from './note-field.tsx'
import { getTagIndex, isSendKey } from './note-keys.ts'
import { SubjectField } from './subject-field.tsx'
import { TagPicks } from './tag-picks.tsx'
import { useCompose } from './use-compose.ts'

/** For components that set the subject of the note from the list. */
export type ComposeHandle = { readonly setTarget: (target: NoteTarget) => void }

type ComposeProps = { ref: Ref<ComposeHandle>; speakerTarget: NoteTarget; sources: NoteSources; entries: readonly TimelineEntry[] }

/** Typing changes state here only, so the list above does not render again with every letter. */
export const Compose = ({ ref, speakerTarget, sources, entries }: ComposeProps) => {
  const { t } = useText()
  const plan = useView((view) => view.plan)
  const tags = useView(({ noteTags }) => noteTags ?? [])
  const compose = useCompose(speakerTarget)
  const { draft, target, isElsewhere: elsewhere } = compose
  const field = useRef<HTMLTextAreaElement>(null)
  const focusField = () => field.current?.focus()
  useImperativeHandle(ref, () => ({
    setTarget: (to) => {
      compose.setTarget(to)
      focusField()
    },
  }))
  useEffect(() => focusEnd(field.current), [])
  const onKeyDown = (event: KeyboardEvent) => {
    const index = getTagIndex(event)
    const tag = index === null ? undefined : tags[index]
    if (tag !== undefined) compose.toggleTag(tag)
    else if (isSendKey(event)) compose.add()
    else return
    event.preventDefault()
  }
  const names = { plan, ...sources }
  const name = getTargetName(t, target, names)
  return (
    <form
      className={styles.compose}
      data-note-field
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        compose.add()
        focusField()
      }}
    >
      <div className={styles.aim}>
        <h3 className="eyebrow" id="note-for">
          {name}
        </h3>
        {elsewhere ? (
          <>
            <Chip tone="warn">{t(draft.aim?.chosen ? 'notes.chosen' : 'notes.stays')}</Chip>
            <Button
              look="quiet"
              size="inline"
              onClick={() => {
                compose.setTarget(null)
                focusField()
              }}
            >
              {t('notes.useInstead', { what: getTargetName(t, speakerTarget, names) })}
            </Button>
          </>
        ) : null}
        <SubjectField composing={compose} entries={entries} sources={sources} onChosen={focusField} />
      </div>
      <NoteField ref={field} label={name} text={draft.text} onChange={compose.setText} />
      <div className={styles.tools}>
        <TagPicks tags={tags} tag={draft.tag} onTag={compose.toggleTag} keys />
        <Button look="primary" type="submit" disabled={!fitsNote(draft.text)}>
          {t('notes.add')}
        </Button>
      </div>
      <RefusalMessage area="note-add" />
    </form>
  )
}
