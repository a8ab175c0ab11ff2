/** Captions over the picture of a room: the last two lines, white on black. It shows nothing rather than old lines. */

import { useView } from '../../../session/hooks.tsx'
import { formatLanguageName } from '../../../text/language-name.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { useCaptionSetting } from '../caption-settings.ts'
import { LastLines } from '../reading/caption-lines.tsx'
import { noCaptions, useCaptionLines, useCaptionState } from '../use-captions.ts'
import styles from './display-captions.module.css'

/** The language chosen on this screen. Null if none is chosen, or if its captions have ended. */
export const useDisplayCaptions = (): string | null => {
  const [chosen] = useCaptionSetting('display')
  return useView(({ captionLanguages }) => captionLanguages.find((one) => one === chosen) ?? null)
}

/** Returns the lines, or none if they are old. */
const useFreshLines = (language: string) => {
  const lines = useCaptionLines(language)
  const state = useCaptionState(lines.at(-1)?.at ?? null)
  return state.kind === 'silent' ? [] : lines
}

export const DisplayCaptions = ({ language }: { language: string }) => (
  <div className={styles.lines} lang={language}>
    <div className={styles.two}>
      <LastLines lines={useFreshLines(language)} older={styles.older} />
    </div>
  </div>
)

/** Captions over a video. Without lines nothing is painted. */
export const OverlayCaptions = ({ language }: { language: string }) => {
  const lines = useFreshLines(language)
  const has = useView(({ captionLanguages }) => captionLanguages.some((one) => one === language))
  if (!has || lines.length === 0) return null
  return (
    <div className={styles.over} lang={language}>
      <LastLines lines={lines} older={styles.older} />
    </div>
  )
}

/** The choice of captions for this screen. Shows nothing if the session has none. */
export const DisplayCaptionChoice = ({ className }: { className: string | undefined }) => {
  const { t, language: page } = useText()
  const languages = useView(({ captionLanguages }) => captionLanguages)
  const [chosen, choose] = useCaptionSetting('display')
  const shown = languages.find((one) => one === chosen) ?? noCaptions
  if (languages.length === 0) return null
  return (
    <fieldset className={className}>
      <legend className="sr">{t('captions.title')}</legend>
      {[noCaptions, ...languages].map((tag) => (
        <Button key={tag} look={tag === shown ? 'primary' : 'plain'} aria-pressed={tag === shown} onClick={() => choose(tag)}>
          {tag === noCaptions ? t('captions.off') : t('captions.in', { language: formatLanguageName(page.id, tag) })}
        </Button>
      ))}
    </fieldset>
  )
}
