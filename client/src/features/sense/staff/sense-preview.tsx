import { responseKinds } from '@rostrum/shared/contract/response-kinds'
import type { LanguageId } from '@rostrum/shared/kernel/wording'
import { useText } from '../../../text/use-text.tsx'
import { formatClock } from '../../../ui/clock.tsx'
import { Written } from '../../../ui/written.tsx'
import { getOptionText } from '../option-text.ts'
import senseStyles from '../sense.module.css'
import styles from './compose-panel.module.css'
import { type Draft, listDraftLanguages } from './draft.ts'

/** What everybody will see, and in which languages they can read it. */
export const SensePreview = ({ draft, shown }: { draft: Draft; shown: LanguageId }) => {
  const { t, language, languages } = useText()
  const names = listDraftLanguages(draft).map((id) => languages.find((one) => one.id === id)?.name ?? id)
  const answers = [
    ...responseKinds.filter((kind) => draft.kinds.includes(kind)).map((kind) => getOptionText(t, language.id, kind)),
    ...draft.named.map((answer) => answer[shown] ?? ''),
  ]
  return (
    <aside className={styles.preview} aria-label={t('sense.preview')}>
      <p className="eyebrow">{t('sense.preview')}</p>
      <div className={styles.mini}>
        <p className={senseStyles.head}>
          <span className="eyebrow">{t('sense.title')}</span>
          <span className={`${senseStyles.clock} num`}>{formatClock(draft.seconds * 1000)}</span>
        </p>
        <Written className={senseStyles.text} lang={shown}>
          {draft.texts[shown]?.trim() || '…'}
        </Written>
        {answers.map((answer, index) => (
          <Written key={index} className={senseStyles.choice} lang={shown}>
            {answer}
          </Written>
        ))}
      </div>
      <p className={senseStyles.key}>
        {names.length > 1 ? t('sense.readIn', { languages: names.join(', ') }) : ''} {t('sense.clockGoesOn')}
      </p>
    </aside>
  )
}
