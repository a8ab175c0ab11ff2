/** Speaking time and order, and the rules for questions, joining and personal data. */
import { attributions, orderModes } from '@rostrum/shared/contract/enums'
import type { SpokenLanguage } from '@rostrum/shared/contract/spoken-language'
import { languageIds } from '@rostrum/shared/kernel/wording'
import { formatLanguageName } from '../../../text/language-name.ts'
import { useText } from '../../../text/use-text.tsx'
import { Card, CardHead } from '../../../ui/card.tsx'
import { ChoiceList } from '../../../ui/choice-list.tsx'
import { FieldArea, PlanCheck, PlanNumber } from '../fields/fields.tsx'
import type { RulesDraft } from '../model/draft.ts'
import { toggleCaptions, updateGroup } from '../model/draft-edits.ts'
import { attributionMessages, getGroupLabel, orderMessages } from '../plan-text.ts'
import styles from '../planning.module.css'
import type { PlanForm } from '../use-plan.ts'

type PlanRulesProps = { form: PlanForm }
type TextRule = {
  [K in keyof RulesDraft]: RulesDraft[K] extends boolean ? never : string extends RulesDraft[K] ? K : never
}[keyof RulesDraft]

export const PlanRules = ({ form }: PlanRulesProps) => {
  const { t } = useText()
  return (
    <Card aria-labelledby="plan-rules">
      <CardHead id="plan-rules" title={t('home.plan.rules')} />
      <div className={styles.body}>
        <h3 id="plan-time">{t('home.plan.time')}</h3>
        <p className="quiet">{t('home.plan.timeHelp')}</p>
        <TimeRules form={form} />
        <h3 id="plan-order">{t('home.plan.order')}</h3>
        <OrderRules form={form} />
        <h3>{t('home.plan.questions')}</h3>
        <QuestionRules form={form} />
        <h3>{t('home.plan.record')}</h3>
        <RecordRules form={form} />
        <h3>{t('captions.title')}</h3>
        <CaptionRules form={form} />
        <h3>{t('home.plan.people')}</h3>
        <PlanCheck
          form={form}
          place="access.walkIns"
          label={t('home.plan.walkIns')}
          note={t('home.plan.walkInsNote')}
          value={form.draft.rules.walkIns}
          onWrite={(draft, walkIns) => ({ ...draft, rules: { ...draft.rules, walkIns } })}
        />
        <div className={styles.three}>
          {form.draft.rules.walkIns ? (
            <RuleField form={form} field="places" place="access.places" label={t('home.plan.places')} hint={t('home.plan.placesHelp')} />
          ) : null}
          <RuleField
            form={form}
            field="days"
            place="privacy.deletePersonalDataAfterDays"
            label={t('home.plan.days')}
            hint={t('home.plan.daysHelp')}
          />
        </div>
      </div>
    </Card>
  )
}

type RuleProps = PlanRulesProps & { field: TextRule; place: string; label: string; hint?: string; optional?: boolean }

const RuleField = ({ form, field, place, label, hint, optional = false }: RuleProps) => {
  const { t } = useText()
  return (
    <PlanNumber
      form={form}
      place={place}
      label={label}
      {...(hint === undefined ? {} : { hint })}
      optional={optional ? t('app.optional') : undefined}
      value={form.draft.rules[field]}
      onWrite={(draft, typed) => ({ ...draft, rules: { ...draft.rules, [field]: typed } })}
    />
  )
}

const RecordRules = ({ form }: PlanRulesProps) => {
  const { t } = useText()
  return (
    <>
      <RuleField form={form} field="tags" place="notes.tags" label={t('home.plan.tags')} hint={t('home.plan.tagsHelp')} optional />
      <PlanCheck
        form={form}
        place="statements.anytime"
        label={t('home.plan.anytime')}
        note={t('home.plan.anytimeNote')}
        value={form.draft.rules.statementsAnytime}
        onWrite={(draft, statementsAnytime) => ({ ...draft, rules: { ...draft.rules, statementsAnytime } })}
      />
      <div className={styles.three}>
        <RuleField form={form} field="statementWords" place="statements.words" label={t('home.plan.statementWords')} />
      </div>
    </>
  )
}

const TimeRules = ({ form }: PlanRulesProps) => {
  const { t } = useText()
  const { groups } = form.draft
  return (
    <>
      <div className={styles.three}>
        <RuleField form={form} field="limit" place="floor.limit" label={t('home.plan.limit')} />
        <RuleField form={form} field="room" place="floor.limits.room" label={t('home.plan.room')} optional />
        <RuleField form={form} field="remote" place="floor.limits.remote" label={t('home.plan.remote')} optional />
        <RuleField form={form} field="pointOfOrder" place="floor.pointOfOrder" label={t('home.plan.pointOfOrder')} />
        <RuleField form={form} field="rightOfReply" place="floor.rightOfReply" label={t('home.plan.rightOfReply')} />
        <RuleField form={form} field="answer" place="questions.answer" label={t('home.plan.answer')} />
      </div>
      <h4>{t('home.plan.groupLimits')}</h4>
      <div className={styles.three}>
        {groups.map(({ key, limit }, index) => (
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
      <div className={styles.three}>
        <RuleField form={form} field="warnings" place="floor.warnings" label={t('home.plan.warnings')} hint={t('home.plan.warningsHelp')} />
        <RuleField form={form} field="grace" place="floor.grace" label={t('home.plan.grace')} hint={t('home.plan.graceHelp')} />
        <RuleField form={form} field="reserve" place="floor.reserve" label={t('home.plan.reserve')} hint={t('home.plan.reserveHelp')} />
      </div>
    </>
  )
}

const CaptionRules = ({ form }: PlanRulesProps) => {
  const { t, language: page } = useText()
  const { captionsKept, captionLanguages } = form.draft.rules
  return (
    <>
      <PlanCheck
        form={form}
        place="captions.kept"
        label={t('captions.kept')}
        note={t('captions.keptNote')}
        value={captionsKept}
        onWrite={(draft, kept) => ({ ...draft, rules: { ...draft.rules, captionsKept: kept } })}
      />
      <div className={styles.three}>
        <RuleField
          form={form}
          field="captionDelay"
          place="captions.delay"
          label={t('captions.delay')}
          hint={t('home.plan.captionDelayHelp')}
        />
      </div>
      <FieldArea form={form} place="captions.languages">
        <fieldset className={styles.choices}>
          <legend>{t('home.plan.captionLanguages')}</legend>
          {[...new Set<string>([...languageIds, ...captionLanguages])].map((tag) => (
            <PlanCheck
              key={tag}
              form={form}
              place={`captions.languages.${tag}`}
              label={formatLanguageName(page.id, tag)}
              value={captionLanguages.some((one) => one === tag)}
              onWrite={(draft) => toggleCaptions(draft, tag as SpokenLanguage)}
            />
          ))}
        </fieldset>
      </FieldArea>
    </>
  )
}

const OrderRules = ({ form }: PlanRulesProps) => {
  const { t } = useText()
  return (
    <>
      <FieldArea form={form} place="floor.order">
        <ChoiceList
          labelledBy="plan-order"
          value={form.draft.rules.order}
          onChange={(order) => form.change('floor.order', (draft) => ({ ...draft, rules: { ...draft.rules, order } }))}
          options={orderModes.map((value) => ({ value, label: t(orderMessages[value].label), note: t(orderMessages[value].note) }))}
        />
      </FieldArea>
      <div className={styles.three}>
        <RuleField
          form={form}
          field="overtakes"
          place="floor.overtakes"
          label={t('home.plan.overtakes')}
          hint={t('home.plan.overtakesHelp')}
        />
      </div>
    </>
  )
}

const QuestionRules = ({ form }: PlanRulesProps) => {
  const { t } = useText()
  const { moderation, attribution } = form.draft.rules
  return (
    <>
      <PlanCheck
        form={form}
        place="questions.moderation"
        label={t('home.plan.moderation')}
        note={t('home.plan.moderationNote')}
        value={moderation === 'before'}
        onWrite={(draft, before) => ({ ...draft, rules: { ...draft.rules, moderation: before ? 'before' : 'none' } })}
      />
      <h4 id="plan-attribution">{t('home.plan.attribution')}</h4>
      <FieldArea form={form} place="questions.attribution">
        <ChoiceList
          labelledBy="plan-attribution"
          value={attribution}
          onChange={(chosen) =>
            form.change('questions.attribution', (draft) => ({ ...draft, rules: { ...draft.rules, attribution: chosen } }))
          }
          options={attributions.map((value) => ({
            value,
            label: t(attributionMessages[value].label),
            note: t(attributionMessages[value].note),
          }))}
        />
      </FieldArea>
      <div className={styles.three}>
        <RuleField form={form} field="length" place="questions.length" label={t('home.plan.length')} hint={t('home.plan.lengthHelp')} />
        <RuleField form={form} field="cap" place="questions.cap" label={t('home.plan.cap')} hint={t('home.plan.capHelp')} optional />
      </div>
    </>
  )
}
