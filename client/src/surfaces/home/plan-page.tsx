/** A session is edited: its four parts below one another, and beside them what is not right yet. */
import { type FormEvent, useEffect, useRef } from 'react'
import { isGroupUsed } from '../../features/planning/model/group-use.ts'
import { PlanConflict } from '../../features/planning/page/conflict.tsx'
import { PlanSide } from '../../features/planning/page/section-nav.tsx'
import { planRefusal } from '../../features/planning/plan-text.ts'
import { PlanAgenda } from '../../features/planning/sections/agenda.tsx'
import { PlanGroups } from '../../features/planning/sections/groups.tsx'
import { PlanRules } from '../../features/planning/sections/rules.tsx'
import { PlanSession } from '../../features/planning/sections/session.tsx'
import { usePlan } from '../../features/planning/use-plan.ts'
import { doorSaying } from '../../text/entry-error-text.ts'
import { useText } from '../../text/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/class-names.ts'
import { DoorError } from '../../ui/form-error.tsx'
import { FaultList } from '../../ui/plan-error-list.tsx'
import { announcements } from '../../ui/screen-reader.ts'
import { Notice } from '../../ui/status-banner.tsx'
import { useErrorFocus, useHeadingFocus } from '../../ui/use-focus.ts'
import styles from './plan-page.module.css'

type PageProps = { secret: string; session: string; onUnsaved: (changes: boolean) => void; onLeave: () => void }

export const PlanPage = ({ secret, session, onUnsaved, onLeave }: PageProps) => {
  const { t } = useText()
  const plan = usePlan(secret, session)
  const { form, failed, unsaved, busy, outcome, elsewhere, conflict, settle } = plan
  const heading = useHeadingFocus()
  const above = useRef<HTMLDivElement>(null)
  const fields = useErrorFocus(outcome?.kind === 'saved' ? null : outcome)
  const why = outcome?.kind === 'refused' ? outcome.why : null
  useEffect(() => onUnsaved(unsaved), [unsaved, onUnsaved])
  useEffect(() => {
    if (outcome?.kind === 'saved') announcements.say(t('home.plan.saved'), 'plan')
    if (outcome?.kind === 'refused' && above.current) above.current.scrollIntoView({ block: 'nearest' })
  }, [outcome, t])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (unsaved) void plan.save()
  }
  const fixed = form?.fixed ?? false
  const named = t(fixed ? 'home.plan.heading' : 'home.edit')
  return (
    <main className={classes(styles.page, fixed && styles.alone)}>
      <div className={styles.head}>
        <div className={styles.back}>
          <Button look="quiet" size="small" onClick={onLeave}>
            {t('home.plan.back')}
          </Button>
        </div>
        <h2 ref={heading} tabIndex={-1}>
          {form === null ? named : t('home.plan.of', { of: named, field: form.draft.title })}
        </h2>
        {fixed && why === null ? (
          <Notice kind="updated" rounded>
            {t('home.plan.begun')}
          </Notice>
        ) : null}
        <div ref={above} className={styles.said}>
          {why === null ? null : <DoorError>{planRefusal(t, why)}</DoorError>}
          <FaultList more={{ faults: elsewhere }} />
        </div>
        {failed === null ? null : (
          <>
            <DoorError>{t(doorSaying(failed).words)}</DoorError>
            <Button onClick={() => void plan.load()}>{t('app.reload')}</Button>
          </>
        )}
      </div>
      {form === null ? null : (
        <>
          {fixed ? null : (
            <div className={styles.side}>
              <PlanSide form={form} />
            </div>
          )}
          <form ref={fields} className={styles.form} onSubmit={submit} noValidate>
            <fieldset disabled={fixed} className={styles.parts}>
              <legend className="sr">{t('home.plan.parts')}</legend>
              <PlanSession form={form} />
              <PlanAgenda form={form} />
              <PlanGroups form={form} isUsed={(group) => isGroupUsed(secret, session, group)} />
              <PlanRules form={form} />
            </fieldset>
            {fixed ? null : (
              <div className={styles.foot}>
                <Button look="primary" type="submit" disabled={busy || !unsaved}>
                  {t(busy ? 'app.sending' : 'home.plan.save')}
                </Button>
                <Button look="quiet" onClick={onLeave}>
                  {t('home.plan.back')}
                </Button>
                <p className="muted">
                  {t(unsaved ? 'home.plan.unsaved' : outcome?.kind === 'saved' ? 'home.plan.saved' : 'home.plan.asStored')}
                </p>
              </div>
            )}
          </form>
        </>
      )}
      {conflict === null ? null : <PlanConflict conflict={conflict} onSettle={settle} />}
    </main>
  )
}
