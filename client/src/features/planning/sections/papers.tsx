/** The papers of the session, each with its address and the agenda item that it belongs to. Rostrum stores no files. */
import { planBounds } from '@rostrum/shared/contract/bounds-of-plan'
import { useRef } from 'react'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card, CardHead } from '../../../ui/card.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { FieldArea, PlanSelect, useFieldError } from '../fields/fields.tsx'
import { RowActions } from '../fields/row-actions.tsx'
import { TableFields } from '../fields/table.tsx'
import type { PaperDraft, PlanDraft } from '../model/draft.ts'
import { addPaper, makeKey, movePaper, removePaper, updatePaper } from '../model/draft-edits.ts'
import { useAfterRender } from '../page/use-after-render.ts'
import { ownFields, ownPaperFields, paperFields } from '../plan-fields.ts'
import { getDraftPaperName, getDraftSegmentName } from '../plan-text.ts'
import styles from '../planning.module.css'
import type { PlanForm } from '../use-plan.ts'

export const PlanPapers = ({ form }: { form: PlanForm }) => {
  const { t } = useText()
  const list = useRef<HTMLOListElement>(null)
  const runAfterRender = useAfterRender()
  const { draft, readOnly } = form
  const { papers } = draft
  const error = useFieldError({ form, place: 'papers' })
  const focus = (selector: string) => runAfterRender(() => list.current?.parentElement?.querySelector<HTMLElement>(selector)?.focus())
  const add = () => {
    const key = makeKey(papers)
    form.change('papers', (before) => addPaper(before, key))
    focus(`[data-paper="${CSS.escape(key)}"] input`)
  }
  const move = (index: number, by: -1 | 1) => {
    const key = papers[index]?.key
    if (key === undefined || papers[index + by] === undefined) return
    form.change('papers', (before) => movePaper(before, key, by))
    screenReader.say(t('home.plan.moved', { what: getDraftPaperName(t, draft, index), n: index + 1 + by, of: papers.length }), 'plan')
    const focusedAction = document.activeElement?.getAttribute('data-act')
    if (focusedAction) focus(`[data-paper="${CSS.escape(key)}"] [data-act="${focusedAction}"]`)
  }
  const remove = (index: number) => {
    const key = papers[index]?.key
    if (key === undefined) return
    const next = papers[index + 1]?.key ?? papers[index - 1]?.key
    form.change('papers', (before) => removePaper(before, key))
    screenReader.say(t('home.plan.removed', { what: getDraftPaperName(t, draft, index) }), 'plan')
    focus(next === undefined ? '[data-act="add"]' : `[data-paper="${CSS.escape(next)}"] [data-act="remove"]`)
  }
  return (
    <Card aria-labelledby="plan-papers">
      <CardHead id="plan-papers" title={t(ownFields.papers.label)} note={t('home.plan.groupsNote', { most: planBounds.papers })} />
      <FieldArea form={form} place="papers" className={styles.listed}>
        <p className="quiet">{t('home.plan.papersHelp')}</p>
        <ol ref={list}>
          {papers.map((paper, index) => (
            <li key={paper.key} className={styles.paperRow} data-paper={paper.key}>
              <PaperFields form={form} paper={paper} />
              {readOnly ? null : (
                <RowActions
                  name={getDraftPaperName(t, draft, index)}
                  first={index === 0}
                  last={index === papers.length - 1}
                  onMove={(by) => move(index, by)}
                  onRemove={() => remove(index)}
                />
              )}
            </li>
          ))}
        </ol>
        {error === undefined ? null : <p className={styles.none}>{error}</p>}
        {readOnly ? null : (
          <Button icon="plus" data-act="add" disabled={papers.length >= planBounds.papers} onClick={add}>
            {t('home.plan.addPaper')}
          </Button>
        )}
      </FieldArea>
    </Card>
  )
}

const PaperFields = ({ form, paper }: { form: PlanForm; paper: PaperDraft }) => {
  const { t } = useText()
  const { key, segment } = paper
  const at = `papers.${key}.`
  const write = (draft: PlanDraft, change: Partial<PaperDraft>) => updatePaper(draft, key, change)
  return (
    <>
      <TableFields form={form} fields={paperFields} block="row" at={at} typed={paper} onWrite={write} />
      <PlanSelect
        form={form}
        place={`${at}segment`}
        label={t(ownPaperFields.segment.label)}
        value={segment}
        onWrite={(draft, chosen) => write(draft, { segment: chosen })}
        options={[
          { value: '', label: t('home.plan.wholeSession') },
          ...form.draft.segments.map((one, index) => ({ value: one.key, label: getDraftSegmentName(t, form.draft, index) })),
        ]}
      />
    </>
  )
}
