/** The session's texts in further languages. Readers get their own language, or else the first one. */
import { type LanguageId, languageIds } from '@rostrum/shared/kernel/wording'
import { uiLanguages } from '../../../text/language-files.ts'
import { useText } from '../../../text/use-text.tsx'
import { Card, CardHead } from '../../../ui/card.tsx'
import { Name } from '../../../ui/written.tsx'
import { PlanArea, PlanCheck, PlanSelect, PlanText } from '../fields/fields.tsx'
import { listTranslatable, setFirstLanguage, toggleLanguage, writeTranslation } from '../model/draft-translations.ts'
import { getTranslationKey, getTranslationPlace } from '../model/translations.ts'
import { ownFields } from '../plan-fields.ts'
import { getOwnLanguageName, getPlaceText } from '../plan-text.ts'
import styles from '../planning.module.css'
import type { PlanForm } from '../use-plan.ts'

export const PlanTexts = ({ form }: { form: PlanForm }) => {
  const { t } = useText()
  const [first, ...others] = form.draft.languages
  return (
    <Card aria-labelledby="plan-texts">
      <CardHead id="plan-texts" title={t('home.plan.texts')} />
      <div className={styles.body}>
        <p className="quiet">{t('home.plan.textsHelp')}</p>
        <div className={styles.pair}>
          <PlanSelect
            form={form}
            place="languages"
            label={t(ownFields.language.label)}
            value={first ?? ''}
            onWrite={(draft, id) => setFirstLanguage(draft, id === '' ? null : (id as LanguageId))}
            options={[
              { value: '', label: t('home.plan.noLanguage') },
              ...languageIds.map((id) => ({ value: id, label: getOwnLanguageName(id) })),
            ]}
          />
        </div>
        {first === undefined ? null : (
          <fieldset className={styles.choices}>
            <legend>{t('home.plan.furtherLanguages')}</legend>
            {languageIds
              .filter((id) => id !== first)
              .map((id) => (
                <PlanCheck
                  key={id}
                  form={form}
                  place={`languages.${id}`}
                  label={<span lang={id}>{getOwnLanguageName(id)}</span>}
                  value={others.includes(id)}
                  onWrite={(draft) => toggleLanguage(draft, id)}
                />
              ))}
          </fieldset>
        )}
        {others.map((id) => (
          <LanguageTexts key={id} form={form} id={id} />
        ))}
      </div>
    </Card>
  )
}

const LanguageTexts = ({ form, id }: { form: PlanForm; id: LanguageId }) => {
  const { t } = useText()
  const { draft } = form
  const direction = uiLanguages.find((one) => one.id === id)?.direction
  return (
    <>
      <h3 lang={id}>{getOwnLanguageName(id)}</h3>
      {listTranslatable(draft).map(({ place, text, isLong }) => {
        const field = {
          form,
          place: getTranslationPlace(id, place),
          label: getPlaceText(t, place, draft),
          hint: <Name>{text}</Name>,
          optional: t('app.optional'),
          lang: id,
          dir: direction,
          value: draft.translations[getTranslationKey(id, place)] ?? '',
          onWrite: (before: PlanForm['draft'], typed: string) => writeTranslation(before, id, place, typed),
        }
        return isLong ? <PlanArea key={place} rows={3} {...field} /> : <PlanText key={place} {...field} />
      })}
    </>
  )
}
