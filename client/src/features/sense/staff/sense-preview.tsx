import { responseKinds } from '@rostrum/shared/contract/response-kinds'
import type { LanguageId } from '@rostrum/shared/kernel/wording'
import { useEffect, useState } from 'react'
import { useView } from '../../../session/hooks.tsx'
import { joinNames } from '../../../text/name-list.ts'
import { getResponseText } from '../../../text/response-text.ts'
import { Sentences } from '../../../text/sentences.tsx'
import { loadText, type PageText } from '../../../text/text.ts'
import { useText } from '../../../text/use-text.tsx'
import { formatRemaining } from '../../../ui/clock.tsx'
import { Written } from '../../../ui/written.tsx'
import senseStyles from '../sense.module.css'
import styles from './compose-panel.module.css'
import type { Draft } from './draft.ts'

/** Returns the page's words for a reader of that language. Until they are loaded, they are in the page's own language. */
const useReaderText = (id: LanguageId): Pick<PageText, 't' | 'language'> => {
  const page = useText()
  const [loaded, take] = useState<PageText | null>(null)
  useEffect(() => {
    let wanted = true
    void loadText(id, 'staff').then((text) => wanted && take(text))
    return () => {
      wanted = false
    }
  }, [id])
  return page.language.id !== id && loaded?.language.id === id ? loaded : page
}

/** The prompt as everybody will see it, and the languages in which they can read it. */
export const SensePreview = ({ draft, shown }: { draft: Draft; shown: LanguageId }) => {
  const { t, languages, language } = useText()
  const reader = useReaderText(shown)
  const isRunning = useView(({ floor }) => floor.current !== null && floor.current.runningSince !== null)
  const names = draft.languages.map((id) => languages.find((one) => one.id === id)?.name ?? id)
  return (
    <aside className={styles.preview} aria-label={t('sense.preview')}>
      <p className="eyebrow">{t('sense.preview')}</p>
      <div className={styles.mini} lang={reader.language.id} dir={reader.language.direction}>
        <p className={senseStyles.head}>
          <span className="eyebrow">{reader.t('sense.title')}</span>
          <span className={`${senseStyles.clock} num`}>{formatRemaining(draft.seconds * 1000)}</span>
        </p>
        <Written className={senseStyles.text} lang={shown}>
          {draft.texts[shown]?.trim() || '…'}
        </Written>
        {responseKinds.map((kind) => (
          <p key={kind} className={senseStyles.choice}>
            {getResponseText(reader.t, kind)}
          </p>
        ))}
        <p>
          <strong>{reader.t('sense.isNotVote')}</strong>
        </p>
      </div>
      <p className={senseStyles.key}>
        <Sentences>
          {names.length > 1 ? t('sense.readIn', { languages: joinNames(language, names) }) : null}
          {isRunning ? t('sense.clockGoesOn') : null}
        </Sentences>
      </p>
    </aside>
  )
}
