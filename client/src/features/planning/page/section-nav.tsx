/** The parts of the page, and what is not right yet in each. Pressing one goes to it. */
import { useText } from '../../../text/use-text.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { type PlanPart, partOf, planParts } from '../model/error-places.ts'
import { faultWords, placeWords } from '../plan-text.ts'
import type { PlanForm } from '../use-plan.ts'
import styles from './section-nav.module.css'

const goTo = (target: HTMLElement | null | undefined) => {
  target?.focus()
  target?.scrollIntoView({ block: 'center' })
}

/** To the field itself; to the heading of its part, where it is not on the page. */
const goToPlace = (place: string, part: PlanPart) => {
  const found = document.querySelector(`[data-place="${CSS.escape(place)}"]`)
  goTo(found?.querySelector<HTMLElement>('input, select, textarea, button') ?? document.getElementById(`plan-${part}`))
}

export const PlanSide = ({ form }: { form: PlanForm }) => {
  const { t } = useText()
  return (
    <nav className={styles.side} aria-label={t('home.plan.parts')}>
      <ul>
        {planParts.map((part) => {
          const faults = [...form.faults].filter(([place]) => partOf(place) === part)
          return (
            <li key={part}>
              <button type="button" className={styles.part} onClick={() => goTo(document.getElementById(`plan-${part}`))}>
                <strong>{t(`home.plan.${part}`)}</strong>
                <small data-wrong={faults.length > 0 || undefined}>
                  <Icon name={faults.length > 0 ? 'octagon' : 'check'} />
                  {t('home.plan.toPutRight', { n: faults.length })}
                </small>
              </button>
              {faults.length > 0 ? (
                <ul className={styles.wrong}>
                  {faults.map(([place, fault]) => (
                    <li key={place}>
                      <button type="button" onClick={() => goToPlace(place, part)}>
                        {t('home.plan.wrong', { where: placeWords(t, place, form.draft), what: faultWords(t, fault) })}
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
