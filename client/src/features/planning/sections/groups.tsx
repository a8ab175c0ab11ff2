/** The stakeholder groups, each with its shape. One of which somebody is registered stays. */
import type { Mark } from '@rostrum/shared/contract/plan'
import { useRef, useState } from 'react'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card, CardHead } from '../../../ui/card.tsx'
import { DoorError } from '../../../ui/form-error.tsx'
import { GroupShape } from '../../../ui/group-mark.tsx'
import { announcements } from '../../../ui/screen-reader.ts'
import { At, PlanSelect, PlanText, useFaultAt } from '../fields/fields.tsx'
import { RemoveAct } from '../fields/row-actions.tsx'
import type { GroupDraft } from '../model/draft.ts'
import { groupChanged, groupMarks, newKey, withGroup, withoutGroup } from '../model/draft-edits.ts'
import { mostGroups } from '../model/read-draft.ts'
import { useLater } from '../page/use-after-render.ts'
import { groupLabel, markWords } from '../plan-text.ts'
import styles from '../planning.module.css'
import type { PlanForm } from '../use-plan.ts'

type GroupsProps = { form: PlanForm; isUsed: (group: string) => Promise<boolean> }

export const PlanGroups = ({ form, isUsed }: GroupsProps) => {
  const { t } = useText()
  const box = useRef<HTMLUListElement>(null)
  const later = useLater()
  const [kept, keep] = useState<string | null>(null)
  const { groups } = form.draft
  const wrong = useFaultAt({ form, place: 'groups' })
  const focus = (selector: string) => later(() => box.current?.parentElement?.querySelector<HTMLElement>(selector)?.focus())
  const add = () => {
    const key = newKey(groups)
    form.change('groups', (draft) => withGroup(draft, key))
    focus(`[data-group="${CSS.escape(key)}"] input`)
  }
  const remove = async ({ key, id }: GroupDraft, index: number) => {
    keep(null)
    if (id !== null && (await isUsed(id))) return keep(key)
    const next = groups[index + 1]?.key ?? groups[index - 1]?.key
    form.change('groups', (draft) => withoutGroup(draft, key))
    announcements.say(t('home.plan.removed', { what: groupLabel(t, form.draft, index) }), 'plan')
    focus(next === undefined ? '[data-act="add"]' : `[data-group="${CSS.escape(next)}"] [data-act="remove"]`)
  }
  return (
    <Card aria-labelledby="plan-groups">
      <CardHead id="plan-groups" title={t('home.plan.groups')} note={t('home.plan.groupsNote', { most: mostGroups })} />
      <At form={form} place="groups" className={styles.listed}>
        <ul ref={box}>
          {groups.map((group, index) => (
            <li key={group.key} className={styles.groupRow} data-group={group.key}>
              <Group form={form} group={group} />
              {form.fixed ? null : (
                <div className={styles.acts}>
                  <RemoveAct name={groupLabel(t, form.draft, index)} onRemove={() => void remove(group, index)} />
                </div>
              )}
              {kept === group.key ? (
                <div className={styles.kept}>
                  <DoorError>{t('home.plan.groupUsed', { group: groupLabel(t, form.draft, index) })}</DoorError>
                </div>
              ) : null}
            </li>
          ))}
        </ul>
        {wrong === undefined ? null : <p className={styles.none}>{wrong}</p>}
        {form.fixed ? null : (
          <Button icon="plus" data-act="add" disabled={groups.length >= mostGroups} onClick={add}>
            {t('home.plan.addGroup')}
          </Button>
        )}
      </At>
    </Card>
  )
}

const Group = ({ form, group: { key, label, short, mark } }: { form: PlanForm; group: GroupDraft }) => {
  const { t } = useText()
  const place = `groups.${key}`
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
        onWrite={(draft, typed) => groupChanged(draft, key, { label: typed })}
      />
      <PlanText
        form={form}
        place={`${place}.short`}
        label={t('home.plan.shortLabel')}
        optional={t('app.optional')}
        value={short}
        onWrite={(draft, typed) => groupChanged(draft, key, { short: typed })}
      />
      <PlanSelect
        form={form}
        place={`${place}.mark`}
        label={t('home.plan.mark')}
        value={mark}
        onWrite={(draft, chosen) => groupChanged(draft, key, { mark: chosen as Mark })}
        options={groupMarks.map((value) => ({ value, label: t(markWords[value]) }))}
      />
    </>
  )
}
