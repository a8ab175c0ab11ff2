/** Edits a session: its six sections one below the other, and next to them the remaining errors. */
import { type FormEvent, useEffect, useRef } from 'react'
import { Uninformed } from '../../features/people/invitations/uninformed.tsx'
import { isGroupUsed } from '../../features/planning/model/group-use.ts'
import { PlanConflict } from '../../features/planning/page/conflict.tsx'
import { SectionNav } from '../../features/planning/page/section-nav.tsx'
import { ownPlanSentences } from '../../features/planning/plan-text.ts'
import { PlanAgenda } from '../../features/planning/sections/agenda.tsx'
import { PlanGroups } from '../../features/planning/sections/groups.tsx'
import { PlanPapers } from '../../features/planning/sections/papers.tsx'
import { PlanRules } from '../../features/planning/sections/rules.tsx'
import { PlanSession } from '../../features/planning/sections/session.tsx'
import { PlanTexts } from '../../features/planning/sections/texts.tsx'
import { usePlan } from '../../features/planning/use-plan.ts'
import { getFailureText } from '../../text/failure-text.ts'
import { useText } from '../../text/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { FormError } from '../../ui/form-error.tsx'
import { PlanErrorList } from '../../ui/plan-error-list.tsx'
import { screenReader } from '../../ui/screen-reader.ts'
import { StatusBanner } from '../../ui/status-banner.tsx'
import { useErrorFocus, useHeadingFocus } from '../../ui/use-focus.ts'
import { usePageTitle } from '../../ui/use-page-title.ts'
import styles from './plan-page.module.css'

type PlanPageProps = { secret: string; session: string; onUnsaved: (changes: boolean) => void; onLeave: () => void }

export const PlanPage = ({ secret, session, onUnsaved, onLeave }: PlanPageProps) => {
  const { t } = useText()
  const plan = usePlan(secret, session)
  const { form, failed, unsaved, busy, outcome, uninformed, elsewhere, conflict, resolveConflict: settle } = plan
  const heading = useHeadingFocus()
  const messageArea = useRef<HTMLDivElement>(null)
  const fields = useErrorFocus(outcome?.kind === 'saved' ? null : outcome)
  const reason = outcome?.kind === 'refused' ? outcome.reason : null
  useEffect(() => {
    onUnsaved(unsaved)
    // If the access ends, the page and its unsaved text disappear, so there is nothing left to ask about.
    return () => onUnsaved(false)
  }, [unsaved, onUnsaved])
  useEffect(() => {
    if (outcome?.kind === 'saved') screenReader.say(t('home.plan.saved'), 'plan')
    if (outcome?.kind === 'refused' && messageArea.current) messageArea.current.scrollIntoView({ block: 'nearest' })
  }, [outcome, t])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (unsaved) void plan.save()
  }
  const fixed = form?.readOnly ?? false
  const kind = t(fixed ? 'home.plan.heading' : 'home.edit')
  usePageTitle(form === null ? kind : t('pair.comma', { first: form.draft.title, second: kind }))
  return (
    <main className={classNames(styles.page, fixed && styles.alone)}>
      <div className={styles.head}>
        <div className={styles.back}>
          <Button look="quiet" size="small" onClick={onLeave}>
            {t('home.plan.back')}
          </Button>
        </div>
        <h2 ref={heading} tabIndex={-1}>
          {form === null ? kind : t('home.plan.of', { of: kind, field: form.draft.title })}
        </h2>
        {fixed && reason === null ? (
          <StatusBanner kind="updated" rounded>
            {t('home.plan.started')}
          </StatusBanner>
        ) : null}
        <div ref={messageArea} className={styles.said}>
          {reason === null ? null : <FormError>{getFailureText(t, reason, ownPlanSentences)}</FormError>}
          <PlanErrorList details={{ faults: elsewhere }} />
        </div>
        {failed === null ? null : (
          <>
            <FormError>{getFailureText(t, failed)}</FormError>
            <Button onClick={() => void plan.load()}>{t('app.reload')}</Button>
          </>
        )}
      </div>
      {form === null ? null : (
        <>
          {fixed ? null : (
            <div className={styles.side}>
              <SectionNav form={form} />
            </div>
          )}
          <form ref={fields} className={styles.form} onSubmit={submit} noValidate>
            <fieldset disabled={fixed} className={styles.parts}>
              <legend className="sr">{t('home.plan.parts')}</legend>
              <PlanSession form={form} />
              <PlanAgenda form={form} />
              <PlanPapers form={form} />
              <PlanGroups form={form} isUsed={(group) => isGroupUsed(secret, session, group)} />
              <PlanTexts form={form} />
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
                {unsaved || uninformed === 0 ? null : (
                  <Uninformed secret={secret} session={session} n={uninformed} onInformed={() => void plan.load()} />
                )}
              </div>
            )}
          </form>
        </>
      )}
      {conflict === null ? null : <PlanConflict conflict={conflict} onChoose={settle} />}
    </main>
  )
}
