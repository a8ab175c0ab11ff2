/** The languages of the prompt: a tab for each, and a way to add and to remove one. */
import type { LanguageId } from '@rostrum/shared/kernel/wording'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { SegmentedControl } from '../../../ui/segmented-control.tsx'
import styles from './compose-panel.module.css'
import type { Draft } from './draft.ts'

type LanguageTabsProps = { draft: Draft; shown: LanguageId; onShow: (id: LanguageId) => void; onChange: (draft: Draft) => void }

export const LanguageTabs = ({ draft, shown, onShow, onChange }: LanguageTabsProps) => {
  const { t, languages } = useText()
  const written = draft.languages
  const next = languages.filter(({ id }) => !written.includes(id as LanguageId))
  const add = (id: string) => {
    onChange({ ...draft, languages: [...written, id as LanguageId] })
    onShow(id as LanguageId)
  }
  const remove = (id: LanguageId) => {
    const languages = written.filter((one) => one !== id)
    onChange({ ...draft, languages })
    const [first] = languages
    if (first && shown === id) onShow(first)
  }
  return (
    <div className={styles.languages}>
      {written.length > 1 ? (
        <SegmentedControl
          label={t('sense.sentenceLanguage')}
          value={shown}
          onChange={onShow}
          options={written.map((id) => ({ value: id, label: languages.find((one) => one.id === id)?.name ?? id, lang: id }))}
        />
      ) : null}
      {next.length > 0 ? (
        <div className={styles.add}>
          <span aria-hidden="true">+ {t('sense.addLanguage')}</span>
          <select aria-label={t('sense.addLanguage')} value="" onChange={(event) => add(event.currentTarget.value)}>
            <option value="" disabled>
              …
            </option>
            {next.map(({ id, name }) => (
              <option key={id} value={id} lang={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
      ) : null}
      {written.length > 1 ? (
        <Button look="quiet" size="small" onClick={() => remove(shown)}>
          {t('sense.removeLanguage')}
        </Button>
      ) : null}
    </div>
  )
}
