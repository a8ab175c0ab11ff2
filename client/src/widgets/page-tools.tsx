import { usePhoneText } from '../text/use-text.tsx'
import { LanguageSelect } from '../ui/language-select.tsx'
import { ThemeButton } from '../ui/theme-button.tsx'

/** Language and theme, which every page offers. `bare`: only the language, because the head of a phone has no space for more. */
export const PageTools = ({ bare = false }: { bare?: boolean }) => {
  const { t, language, languages, choose } = usePhoneText()
  return (
    <>
      <LanguageSelect
        label={t('app.language', { name: language.name })}
        short={language.short}
        value={language.id}
        languages={languages}
        onChange={(id) => void choose(id)}
      />
      {bare ? null : <ThemeButton label={t('app.dark')} />}
    </>
  )
}
