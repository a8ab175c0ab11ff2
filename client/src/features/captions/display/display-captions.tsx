/** Captions on the room screen and over the picture of a room, white on black. They show no old lines. */
import type { CaptionLine } from '@rostrum/shared/protocol/captions'
import { useStaleSince, useView } from '../../../session/hooks.tsx'
import { formatLanguageName } from '../../../text/language-name.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { useCaptionSetting } from '../caption-settings.ts'
import { LastLines } from '../reading/caption-lines.tsx'
import { RollingLines } from '../reading/rolling-lines.tsx'
import { noCaptions, useArrivedLines, useCaptionLines, useFreshLines, useStoppedText } from '../use-captions.ts'
import styles from './display-captions.module.css'

/** The choice of a screen that shows what the staff have chosen. */
const followStaff = 'staff'

/** The captions that the address of this screen sets for it: a language, or `none`. Null if it sets nothing. */
const readAddress = (): string | null => new URLSearchParams(location.search).get('captions')

/**
 * The language of the captions on this screen: that of its address, else the one chosen on it, else the one that the staff have chosen for
 * all room screens. Null for none, and if its captions have ended.
 */
export const useDisplayCaptions = (): string | null => {
  const [chosen] = useCaptionSetting('display')
  return useView(({ captionLanguages, displayCaptions }) => {
    const wanted = readAddress() ?? (chosen === null || chosen === followStaff ? displayCaptions : chosen)
    return captionLanguages.find((one) => one === wanted) ?? null
  })
}

type Band = { readonly lines: readonly CaptionLine[]; readonly stopped: string | null }

/**
 * The content of the band: the lines, or since when there are none while somebody speaks. It keeps its place between two lines of a turn. Null
 * while nothing is to come: before the first line, in a suspension, and while nobody has the floor. Null too without network, where a screen
 * does not know whether captions have stopped.
 */
const useBand = (language: string | null): Band | null => {
  const arrived = useArrivedLines(language)
  const lines = useFreshLines(arrived)
  const stopped = useStoppedText(arrived)
  const isSilent = useView(({ session, floor }) => session.phase === 'suspended' || floor.current === null)
  const isStale = useStaleSince() !== null
  if (language === null || ((isSilent || isStale) && lines.length === 0)) return null
  if (arrived.length === 0 && stopped === null) return null
  return { lines, stopped: isStale ? null : stopped }
}

export const useHasCaptionBand = (language: string | null): boolean => useBand(language) !== null

export const DisplayCaptions = ({ language }: { language: string }) => {
  const { t } = useText()
  useCaptionLines(language)
  const band = useBand(language)
  if (band === null) return null
  return (
    <section className={styles.lines} aria-label={t('captions.title')}>
      {band.stopped === null ? (
        <RollingLines lines={band.lines} language={language} older={styles.older} />
      ) : (
        <p className={styles.none}>{band.stopped}</p>
      )}
    </section>
  )
}

/** Captions over a video. Without lines nothing is painted. */
export const OverlayCaptions = ({ language }: { language: string }) => {
  const lines = useFreshLines(useCaptionLines(language))
  const has = useView(({ captionLanguages }) => captionLanguages.some((one) => one === language))
  if (!has || lines.length === 0) return null
  return (
    <div className={styles.over} lang={language} data-part="captions" data-gives="4">
      <LastLines lines={lines} older={styles.older} />
    </div>
  )
}

/** The choice of captions for this screen. Shows nothing if the session has none, or if the address of the screen sets them. */
export const DisplayCaptionChoice = ({ className }: { className: string | undefined }) => {
  const { t, language: page } = useText()
  const languages = useView(({ captionLanguages }) => captionLanguages)
  const [chosen, choose] = useCaptionSetting('display')
  if (languages.length === 0 || readAddress() !== null) return null
  const choices = [
    { tag: followStaff, label: t('captions.asSecretariat') },
    { tag: noCaptions, label: t('captions.off') },
    ...languages.map((tag) => ({ tag, label: t('captions.in', { language: formatLanguageName(page.id, tag) }) })),
  ]
  const shown = choices.find(({ tag }) => tag === chosen)?.tag ?? followStaff
  return (
    <fieldset className={className}>
      <legend className="sr">{t('captions.title')}</legend>
      {choices.map(({ tag, label }) => (
        <Button key={tag} look={tag === shown ? 'primary' : 'plain'} aria-pressed={tag === shown} onClick={() => choose(tag)}>
          {label}
        </Button>
      ))}
    </fieldset>
  )
}
