/** The page on which a captioner types one track of one session, opened by a link of its own. */
import { pickWording } from '@rostrum/shared/kernel/wording'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { CaptionerFloor } from '../../features/captions/captioner/captioner-floor.tsx'
import { CaptionerSide } from '../../features/captions/captioner/captioner-side.tsx'
import { LineField } from '../../features/captions/captioner/line-field.tsx'
import { isCorrectable, SentLines } from '../../features/captions/captioner/sent-lines.tsx'
import { useTrack } from '../../features/captions/captioner/use-track.ts'
import { useTyping } from '../../features/captions/captioner/use-typing.ts'
import { getFailureText } from '../../text/failure-text.ts'
import { formatLanguageName } from '../../text/language-name.ts'
import { useText } from '../../text/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, CardHead } from '../../ui/card.tsx'
import { ConnectionIndicator } from '../../ui/connection-indicator.tsx'
import { TopBar } from '../../ui/top-bar.tsx'
import { PageTools } from '../../widgets/page-tools.tsx'
import styles from './captioner.module.css'

/** `over`: replaces the page when the link no longer works. */
export const Captioner = ({ link, over }: { link: string; over: ReactNode }) => {
  const { t, language } = useText()
  const track = useTrack(link)
  const { page, waiting } = track
  const [corrected, setCorrected] = useState<ReadonlySet<number>>(new Set())
  const field = useRef<HTMLTextAreaElement>(null)
  const typing = useTyping((text, seq) => {
    if (seq !== null) setCorrected(new Set([...corrected, seq]))
    track.send(text, seq)
  })
  const title =
    page === null
      ? null
      : t('captioner.of', { language: formatLanguageName(language.id, page.language), title: pickWording(page.title, language.id) })
  useEffect(() => {
    document.title = title ?? t('captioner.page')
  }, [title, t])
  if (track.isOver) return over
  if (page === null) return <p role="status">{t('app.connecting')}</p>
  const correct = (line: { readonly seq: number; readonly text: string }) => {
    typing.correct(line)
    field.current?.focus()
  }
  const newest = page.lines.at(-1)
  const ownLast = page.lines.findLast(({ seq }) => seq === track.lastSent) ?? newest
  const next = Math.max(newest?.seq ?? 0, ...waiting.map(({ seq }) => seq)) + 1
  const refusal = track.refusal === null ? undefined : getFailureText(t, track.refusal)
  return (
    <div className={styles.page}>
      <TopBar
        series={t('pair.lead', { first: t('captioner.page') })}
        title={title}
        wholeTitle={title ?? undefined}
        aside={<span className="muted">{t('captions.reading', { n: page.readers })}</span>}
        live={<ConnectionIndicator isLive={track.isLive}>{t(track.isLive ? 'app.live' : 'app.offline')}</ConnectionIndicator>}
      >
        <PageTools bare />
      </TopBar>
      <main className={styles.places}>
        <CaptionerFloor page={page} offset={track.offset} isLive={track.isLive} />
        <Card className={styles.text} aria-labelledby="captioner-sent">
          <CardHead id="captioner-sent" title={t('captioner.sent')}>
            <Button
              look="quiet"
              size="small"
              onClick={() => {
                typing.change(`>> ${typing.text}`)
                field.current?.focus()
              }}
            >
              {t('captioner.mark')}
            </Button>
          </CardHead>
          {page.isOpen ? null : <p className={styles.notice}>{t('captioner.notOpen')}</p>}
          {track.isLive ? null : (
            <p className={styles.notice} role="status">
              {t('captioner.offline')}
            </p>
          )}
          <SentLines page={page} waiting={waiting} corrected={corrected} onCorrect={correct} />
          <LineField
            language={page.language}
            next={next}
            refusal={refusal}
            typing={typing}
            onCorrectLast={() => ownLast && isCorrectable(ownLast, page) && correct(ownLast)}
            field={field}
          />
        </Card>
        <CaptionerSide page={page} />
      </main>
    </div>
  )
}
