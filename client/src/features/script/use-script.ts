/** The sentence for the state on the screen, in the language in which the Chair presides. */
import { useEffect, useState } from 'react'
import { useMadeNow } from '../../session/hooks.tsx'
import { uiLanguages } from '../../text/language-files.ts'
import { getText, loadText, type PageText } from '../../text/text.ts'
import { useSayName } from '../../text/use-say-name.ts'
import { useText } from '../../text/use-text.tsx'
import { formatScript, type ScriptPart } from './format-script.ts'
import { getScript } from './script.ts'
import { useScriptSetting } from './script-settings.ts'
import type { ScriptSentence } from './script-types.ts'
import { useTypedForms } from './use-typed-forms.ts'

/** The language that the Chair chose on this device, or else the page's. */
export const useScriptLanguage = (): readonly [id: string, choose: (id: string) => void] => {
  const page = useText().language.id
  const [chosen, choose] = useScriptSetting('language')
  return [uiLanguages.some(({ id }) => id === chosen) && chosen !== null ? chosen : page, choose]
}

/** Null while the language is being loaded. */
const useScriptText = (): PageText | null => {
  const [id] = useScriptLanguage()
  const page = useText()
  const [loaded, setLoaded] = useState<PageText | null>(null)
  useEffect(() => {
    let wanted = true
    const take = (text: PageText) => {
      if (wanted) setLoaded(text)
    }
    void loadText(id, 'staff').then(take)
    return () => {
      wanted = false
    }
  }, [id])
  return page.language.id === id ? getText() : loaded?.language.id === id ? loaded : null
}

/** After this time a state counts as settled, so that a sentence never flickers between two quick presses. */
const settlingTime = 200

const useSettled = (sentence: ScriptSentence): ScriptSentence => {
  const [settled, setSettled] = useState(sentence)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(sentence), settlingTime)
    return () => clearTimeout(timer)
  }, [sentence])
  return settled
}

export type Script = {
  readonly parts: readonly ScriptPart[]
  readonly when: ScriptSentence['when']
  readonly language: PageText['language']
}

export const useScript = (): Script | null => {
  const sentence = useSettled(useMadeNow(1000, getScript))
  const text = useScriptText()
  const sayName = useSayName()
  const typed = useTypedForms()
  if (text === null) return null
  return { parts: formatScript({ ...text, sayName, typed }, sentence), when: sentence.when, language: text.language }
}
