import { getButtonClass } from './button.tsx'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import styles from './top-bar.module.css'

type LanguageSelectProps = {
  /** "Language", for screen readers. */
  label: string
  /** The text on the button: "EN", "العربية". */
  short: string
  value: string
  languages: readonly { id: string; name: string }[]
  onChange: (id: string) => void
}

/** A button that opens the device's native list, which every phone and screen reader supports. */
export const LanguageSelect = ({ label, short, value, languages, onChange }: LanguageSelectProps) => (
  <span className={classNames(getButtonClass({ look: 'quiet', size: 'small' }), styles.language)}>
    <Icon name="globe" />
    <span aria-hidden="true">{short}</span>
    <select aria-label={label} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      {languages.map((language) => (
        <option key={language.id} value={language.id} lang={language.id}>
          {language.name}
        </option>
      ))}
    </select>
  </span>
)
