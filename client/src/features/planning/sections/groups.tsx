/** The stakeholder groups, each with its shape. A group with registered people cannot be removed. */
import type { GroupMarkName } from '@rostrum/shared/contract/group-marks'
import { useRef, useState } from 'react'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card, CardHead } from '../../../ui/card.tsx'
import { FormError } from '../../../ui/form-error.tsx'
import { GroupShape } from '../../../ui/group-mark.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { FieldArea, PlanSelect, PlanText, useFieldError } from '../fields/fields.tsx'
import { RemoveButton } from '../fields/row-actions.tsx'
import type { GroupDraft } from '../model/draft.ts'
import { addGroup, makeKey, removeGroup, renameGroup, selectableMarks, updateGroup } from '../model/draft-edits.ts'
import { maxGroups } from '../model/read-draft.ts'
import { useAfterRender } from '../page/use-after-render.ts'
import { getGroupLabel, markMessages } from '../plan-text.ts'
import styles from '../planning.module.css'
import type { PlanForm } from '../use-plan.ts'

type PlanGroupsProps = { form: PlanForm; isUsed: (group: string) => Promise<boolean> }

export const PlanGroups = ({ form, isUsed }: PlanGroupsProps) => {
  const { t } = useText()
  const box = useRef<HTMLUListElement>(null)
  const runAfterRender = useAfterRender()
  const [usedGroup, setUsedGroup] = useState<string | null>(null)
  const { groups } = form.draft
  const error = useFieldError({ form, place: 'groups' })
  const focus = (selector: string) => runAfterRender(() => box.current?.parentElement?.querySelector<HTMLElement>(selector)?.focus())
  const add = () => {
    const key = makeKey(groups)
    form.change('groups', (draft) => addGroup(draft, key))
    focus(`[data-group="${CSS.escape(key)}"] input`)
  }
  const remove = async ({ key, id }: GroupDraft, index: number) => {
    setUsedGroup(null)
    if (id !== null && (await isUsed(id))) return setUsedGroup(key)
    const next = groups[index + 1]?.key ?? groups[index - 1]?.key
    form.change('groups', (draft) => removeGroup(draft, key))
    screenReader.say(t('home.plan.removed', { what: getGroupLabel(t, form.draft, index) }), 'plan')
    focus(next === undefined ? '[data-act="add"]' : `[data-group="${CSS.escape(next)}"] [data-act="remove"]`)
  }
  return (
    <Card aria-labelledby="plan-groups">
      <CardHead id="plan-groups" title={t('home.plan.groups')} note={t('home.plan.groupsNote', { most: maxGroups })} />
      <FieldArea form={form} place="groups" className={styles.listed}>
        <ul ref={box}>
          {groups.map((group, index) => (
            <li key={group.key} className={styles.groupRow} data-group={group.key}>
              <GroupFields form={form} group={group} />
              {form.readOnly ? null : (
                <div className={styles.acts}>
                  <RemoveButton name={getGroupLabel(t, form.draft, index)} onRemove={() => void remove(group, index)} />
                </div>
              )}
              {usedGroup === group.key ? (
                <div className={styles.kept}>
                  <FormError>{t('home.plan.groupUsed', { group: getGroupLabel(t, form.draft, index) })}</FormError>
                </div>
              ) : null}
            </li>
          ))}
        </ul>
        {error === undefined ? null : <p className={styles.none}>{error}</p>}
        {form.readOnly ? null : (
          <Button icon="plus" data-act="add" disabled={groups.length >= maxGroups} onClick={add}>
            {t('home.plan.addGroup')}
          </Button>
        )}
      </FieldArea>
    </Card>
  )
}

const GroupFields = ({ form, group: { key, label, short, mark } }: { form: PlanForm; group: GroupDraft }) => {
  const { t } = useText()
  const place = `groups.${key}`
  const [shortBefore] = useState(short)
  return (
    <>
      <span className={styles.shape}>
        <GroupShape mark={mark} />
      </span>
      <PlanText
        form={form}
        place={`${place}.label`}
        label={t('home.plan.label')}
        value={label}
        onWrite={(draft, typed) => renameGroup(draft, key, typed, shortBefore)}
      />
      <PlanText
        form={form}
        place={`${place}.short`}
        label={t('home.plan.shortLabel')}
        optional={t('app.optional')}
        value={short}
        onWrite={(draft, typed) => updateGroup(draft, key, { short: typed })}
      />
      <PlanSelect
        form={form}
        place={`${place}.mark`}
        label={t('home.plan.mark')}
        value={mark}
        onWrite={(draft, chosen) => updateGroup(draft, key, { mark: chosen as GroupMarkName })}
        options={selectableMarks.map((value) => ({ value, label: t(markMessages[value]) }))}
      />
    </>
  )
}
