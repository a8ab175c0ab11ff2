/** The stakeholder groups, each with its shape. A group with registered people cannot be removed. */
import { planBounds } from '@rostrum/shared/contract/bounds-of-plan'
import { groupMarks } from '@rostrum/shared/contract/group-marks'
import { useRef, useState } from 'react'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card, CardHead } from '../../../ui/card.tsx'
import { FormError } from '../../../ui/form-error.tsx'
import { GroupShape } from '../../../ui/group-mark.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { FieldArea, useFieldError } from '../fields/fields.tsx'
import { RemoveButton } from '../fields/row-actions.tsx'
import { TableFields } from '../fields/table.tsx'
import type { GroupDraft } from '../model/draft.ts'
import { addGroup, makeKey, removeGroup, typeInGroup } from '../model/draft-edits.ts'
import { useAfterRender } from '../page/use-after-render.ts'
import { groupFields } from '../plan-fields.ts'
import { getGroupLabel } from '../plan-text.ts'
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
      <CardHead id="plan-groups" title={t('home.plan.groups')} note={t('home.plan.groupsNote', { most: planBounds.groups })} />
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
          <Button icon="plus" data-act="add" disabled={groups.length >= planBounds.groups} onClick={add}>
            {t('home.plan.addGroup')}
          </Button>
        )}
      </FieldArea>
    </Card>
  )
}

const GroupFields = ({ form, group }: { form: PlanForm; group: GroupDraft }) => {
  const { key, short, mark } = group
  const [shortBefore] = useState(short)
  return (
    <>
      <span className={styles.shape}>
        <GroupShape mark={groupMarks.find((one) => one === mark) ?? 'square'} />
      </span>
      <TableFields
        form={form}
        fields={groupFields}
        block="row"
        at={`groups.${key}.`}
        typed={group}
        onWrite={(draft, change) => typeInGroup(draft, key, change, shortBefore)}
      />
    </>
  )
}
