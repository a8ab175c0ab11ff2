/** The language of a request, below its position. Shows nothing if nobody has specified it. */
import { formatSpokenIn } from '../text/language-name.ts'
import { useText } from '../text/use-text.tsx'
import { LanguageMark } from '../ui/language-mark.tsx'

export const RowLanguage = ({ tag }: { tag: string | undefined }) => {
  const { t, language } = useText()
  const name = formatSpokenIn(t, language.id, tag)
  return tag === undefined || name === null ? null : <LanguageMark tag={tag} name={name} />
}
