/** The form below the list: the field has the focus, Enter adds, and whom the point is for is always said. */
import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import { useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import type { Target } from '../note-list.ts'
import { Refusal } from '../refusal.tsx'
import { targetName } from '../timeline/subject-name.ts'
import type { Entry } from '../timeline/timeline-entries.ts'
import type { Turn } from '../turns.ts'
import styles from './compose.module.css'
import { fits } from './draft.ts'
import { writeOn } from './focus-end.ts'
import { PointField } from './note-field.tsx'
import { isSend, tagKeyOf } from './note-keys.ts'
import { AimField } from './subject-field.tsx'
import { TagPicks } from './tag-picks.tsx'
import { useCompose } from './use-compose.ts'

/** For those who choose in the list what the point is for. */
export type Aiming = { readonly aim: (target: Target) => void }

type ComposeProps = { ref: Ref<Aiming>; speaking: Target; turns: readonly Turn[]; entries: readonly Entry[] }

/** What is typed is its own: the list above is not drawn anew with every letter. */
export const Compose = ({ ref, speaking, turns, entries }: ComposeProps) => {
  const { t } = useText()
  const plan = useView((view) => view.plan)
  const questions = useView((view) => view.questions)
  const tags = useView(({ noteTags }) => noteTags ?? [])
  const composing = useCompose(speaking)
  const { draft, target, elsewhere } = composing
  const field = useRef<HTMLTextAreaElement>(null)
  const toField = () => field.current?.focus()
  useImperativeHandle(ref, () => ({
    aim: (to) => {
      composing.aim(to)
      toField()
    },
  }))
  useEffect(() => writeOn(field.current), [])
  const onKeyDown = (event: KeyboardEvent) => {
    const index = tagKeyOf(event)
    const tag = index === null ? undefined : tags[index]
    if (tag !== undefined) composing.tag(tag)
    else if (isSend(event)) composing.add()
    else return
    event.preventDefault()
  }
  const known = { plan, turns, questions }
  const name = targetName(t, target, known)
  return (
    <form
      className={styles.compose}
      data-note-field
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        composing.add()
        toField()
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
                composing.aim(null)
                toField()
              }}
            >
              {t('notes.useInstead', { what: targetName(t, speaking, known) })}
            </Button>
          </>
        ) : null}
        <AimField composing={composing} entries={entries} turns={turns} onAimed={toField} />
      </div>
      <PointField ref={field} label={name} text={draft.text} onChange={composing.write} />
      <div className={styles.tools}>
        <TagPicks tags={tags} tag={draft.tag} onTag={composing.tag} keys />
        <Button look="primary" type="submit" disabled={!fits(draft.text)}>
          {t('notes.add')}
        </Button>
      </div>
      <Refusal of={['notes.add']} />
    </form>
  )
}
