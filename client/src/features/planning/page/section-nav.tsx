/** The sections of the page with the errors in each. Pressing one moves to it. */
import { useText } from '../../../text/use-text.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { findField } from '../model/error-places.ts'
import { type PlanPart, planParts } from '../plan-fields.ts'
import { getFieldErrorText, getPlaceText } from '../plan-text.ts'
import type { PlanForm } from '../use-plan.ts'
import styles from './section-nav.module.css'

const focusElement = (target: HTMLElement | null | undefined) => {
  target?.focus()
  target?.scrollIntoView({ block: 'center' })
}

/** Focuses the field itself, or the heading of its section if the field is not on the page. */
const focusPlace = (place: string, part: PlanPart) => {
  const found = document.querySelector(`[data-place="${CSS.escape(place)}"]`)
  focusElement(found?.querySelector<HTMLElement>('input, select, textarea, button') ?? document.getElementById(`plan-${part}`))
}

export const SectionNav = ({ form }: { form: PlanForm }) => {
  const { t } = useText()
  return (
    <nav className={styles.side} aria-label={t('home.plan.parts')}>
      <ul>
        {planParts.map((part) => {
          const errors = [...form.errors].filter(([place]) => findField(place)?.part === part)
          return (
            <li key={part}>
              <button type="button" className={styles.part} onClick={() => focusElement(document.getElementById(`plan-${part}`))}>
                <strong>{t(`home.plan.${part}`)}</strong>
                <small data-wrong={errors.length > 0 || undefined}>
                  <Icon name={errors.length > 0 ? 'octagon' : 'check'} />
                  {t('home.plan.toPutRight', { n: errors.length })}
                </small>
              </button>
              {errors.length > 0 ? (
                <ul className={styles.wrong}>
                  {errors.map(([place, error]) => (
                    <li key={place}>
                      <button type="button" onClick={() => focusPlace(place, part)}>
                        {t('home.plan.wrong', { where: getPlaceText(t, place, form.draft), what: getFieldErrorText(t, error) })}
                      </button>
                    </li>
                  ))}
                </ul>
              ) : null}
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
