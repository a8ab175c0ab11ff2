/** Speaking time and order, and the rules for questions, joining and personal data. */
import { Fragment } from 'react'
import type { PlainKey } from '../../../text/catalogue.ts'
import { useText } from '../../../text/use-text.tsx'
import { Card, CardHead } from '../../../ui/card.tsx'
import { PlanNumber } from '../fields/fields.tsx'
import { TableFields } from '../fields/table.tsx'
import { typeInPlan, updateGroup } from '../model/draft-edits.ts'
import { ownFields, ruleFields } from '../plan-fields.ts'
import { getGroupLabel } from '../plan-text.ts'
import styles from '../planning.module.css'
import type { PlanForm } from '../use-plan.ts'

/** The headings, in the order of the page. A choice that fills its block is a heading itself. */
const blocks = {
  time: 'home.plan.time',
  order: null,
  questions: 'home.plan.questions',
  record: 'home.plan.record',
  captions: 'captions.title',
  people: 'home.plan.people',
} as const satisfies Readonly<Record<(typeof ruleFields)[keyof typeof ruleFields]['block'], PlainKey | null>>

export const PlanRules = ({ form }: { form: PlanForm }) => {
  const { t } = useText()
  return (
    <Card aria-labelledby="plan-rules">
      <CardHead id="plan-rules" title={t('home.plan.rules')} />
      <div className={styles.body}>
        {Object.entries(blocks).map(([block, heading]) => (
          <Fragment key={block}>
            {heading === null ? null : <h3>{t(heading)}</h3>}
            {block === 'time' ? <p className="quiet">{t('home.plan.timeHelp')}</p> : null}
            <div className={styles.three}>
              <TableFields form={form} fields={ruleFields} block={block} typed={form.draft} onWrite={typeInPlan} />
            </div>
            {block === 'time' ? <GroupLimits form={form} /> : null}
          </Fragment>
        ))}
      </div>
    </Card>
  )
}

const GroupLimits = ({ form }: { form: PlanForm }) => {
  const { t } = useText()
  return (
    <>
      <h4>{t(ownFields['floor.limits.groups'].label)}</h4>
      <div className={styles.three}>
        {form.draft.groups.map(({ key, limit }, index) => (
          <PlanNumber
            key={key}
            form={form}
            place={`floor.limits.groups.${key}`}
            label={getGroupLabel(t, form.draft, index)}
            optional={t('app.optional')}
            value={limit}
            onWrite={(draft, typed) => updateGroup(draft, key, { limit: typed })}
          />
        ))}
      </div>
    </>
  )
}
