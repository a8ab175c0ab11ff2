/** The language in which I will speak. It comes from the roster or from me, and I can change it until I am called. */
import type { SpokenLanguage } from '@rostrum/shared/contract/spoken-language'
import type { MyEntry } from '@rostrum/shared/projection/queue/mine'
import { useState } from 'react'
import { useSend } from '../../../session/hooks.tsx'
import { formatLanguageName } from '../../../text/language-name.ts'
import { usePhoneText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { deferPart } from '../../../widgets/load-when-asked.tsx'
import styles from './my-language.module.css'

/** Loaded when it is opened, to keep the first page of a phone small. */
const MyLanguageDialog = deferPart(async () => (await import('./language-dialog.tsx')).MyLanguageDialog)

export const MyLanguage = ({ entry: { id, language: spoken } }: { entry: Pick<MyEntry, 'id' | 'language'> }) => {
  const { t, rich, language } = usePhoneText()
  const send = useSend('own-request')
  const [open, show] = useState(false)
  const change = (chosen: SpokenLanguage) => {
    show(false)
    if (chosen !== spoken) void send({ type: 'queue.set-language', data: { entry: id, language: chosen } })
  }
  return (
    <div className={styles.line}>
      <p>
        {spoken === undefined
          ? t('turnLanguage.ask')
          : rich('turnLanguage.willSpeak', { language: formatLanguageName(language.id, spoken) })}
      </p>
      <Button look="quiet" aria-haspopup="dialog" onClick={() => show(true)}>
        {t(spoken === undefined ? 'turnLanguage.choose' : 'turnLanguage.change')}
      </Button>
      {open ? <MyLanguageDialog spoken={spoken} onChoose={change} onClose={() => show(false)} /> : null}
    </div>
  )
}
