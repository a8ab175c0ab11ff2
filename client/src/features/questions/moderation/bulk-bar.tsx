/** One decision on all selected questions. It has its place below the list, so that nothing moves when the selection begins. */

import { declineReasons } from '@rostrum/shared/contract/enums'
import type { QuestionId } from '@rostrum/shared/contract/ids'
import { maxQuestionsDecided } from '@rostrum/shared/contract/lengths'
import type { CommandData } from '@rostrum/shared/contract/registry'
import { pickWording } from '@rostrum/shared/kernel/wording'
import { useEffect, useRef, useState } from 'react'
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { MenuButton } from '../../../ui/menu.tsx'
import type { ListedQuestion } from '../question-lists.ts'
import { MergeManyDialog } from './merge-many-dialog.tsx'
import styles from './moderation-workplace.module.css'
import type { QuestionSelection } from './use-selection.ts'

type Decision = CommandData<'questions.decide-all'>['decision']

export const BulkBar = ({ rows, selection }: { rows: readonly ListedQuestion[]; selection: QuestionSelection }) => {
  const { t } = useText()
  const send = useSend('question-bulk')
  const plan = useView((view) => view.plan)
  const busy = usePending('questions.decide-all') !== undefined
  const [isMerging, merge] = useState(false)
  const { chosen, chooseAll } = selection
  const n = chosen.size
  const decide = (decision: Decision) => {
    const all = [...chosen]
    for (let start = 0; start < all.length; start += maxQuestionsDecided) {
      const questions = all.slice(start, start + maxQuestionsDecided)
      void send({ type: 'questions.decide-all', data: { questions, decision } }).then((reply) => {
        if (reply.ok) chooseAll(questions, false)
      })
    }
  }
  const more = [
    { id: 'hold', label: t('questions.hold'), act: () => decide({ kind: 'hold' }) },
    { id: 'merge', label: t('questions.moderation.mergeMany'), disabled: n < 2 || n > maxQuestionsDecided, act: () => merge(true) },
    ...declineReasons.map((reason) => ({
      id: reason,
      label: t(`questions.decline.${reason}`),
      section: t('questions.declineTitle'),
      act: () => decide({ kind: 'decline', reason }),
    })),
    ...plan.map(({ id, title }) => ({
      id: `about ${id}`,
      label: pickWording(title, t.language),
      section: t('questions.moderation.segment'),
      act: () => decide({ kind: 'about', segment: id }),
    })),
  ]
  return (
    <div className={styles.bulk}>
      <Button size="small" look="primary" icon="check" disabled={busy} onClick={() => decide({ kind: 'approve' })}>
        {t('questions.moderation.approveMany', { n })}
      </Button>
      <MenuButton
        text={t('questions.moderation.more')}
        label={t('questions.moderation.moreMany', { n })}
        means={t('questions.moderation.more')}
        options={more}
        onAction={(chosenId) => more.find(({ id }) => id === chosenId)?.act()}
      />
      {isMerging ? (
        <MergeManyDialog
          rows={rows.filter(({ id }) => chosen.has(id))}
          onMerge={(into) => decide({ kind: 'merge', into })}
          onClose={() => merge(false)}
        />
      ) : null}
    </div>
  )
}

/** `shown`: the questions on this page of the list that can be selected. */
export const SelectShown = ({ shown, selection }: { shown: readonly QuestionId[]; selection: QuestionSelection }) => {
  const { t } = useText()
  const box = useRef<HTMLInputElement>(null)
  const { chosen, chooseAll } = selection
  const chosenCount = shown.filter((id) => chosen.has(id)).length
  useEffect(() => {
    if (box.current) box.current.indeterminate = chosenCount > 0 && chosenCount < shown.length
  }, [chosenCount, shown.length])
  return (
    <label className={styles.all}>
      <input
        ref={box}
        type="checkbox"
        className={styles.check}
        disabled={shown.length === 0}
        checked={chosenCount > 0 && chosenCount === shown.length}
        onChange={(event) => chooseAll(shown, event.currentTarget.checked)}
      />
      <span>{t('questions.moderation.selectShown', { n: shown.length })}</span>
    </label>
  )
}
