/** The topic with its guiding question, and captions, for the panel. */
import { isInSession } from '@rostrum/shared/contract/enums'
import { TopicFold } from '../../features/agenda/public/topic-fold.tsx'
import { TopicNow } from '../../features/agenda/public/topic-now.tsx'
import { CaptionLanguage } from '../../features/captions/reading/caption-reader.tsx'
import { RollingLines } from '../../features/captions/reading/rolling-lines.tsx'
import { useCaptionLanguage, useCaptionLines, useFreshLines, useStoppedText } from '../../features/captions/use-captions.ts'
import { useView } from '../../session/hooks.tsx'
import { useText } from '../../text/use-text.tsx'
import { Card } from '../../ui/card.tsx'
import styles from './podium.module.css'

/** `isBusy`: the space belongs to a question or to my own turn, so the guiding question is behind one press. */
export const PodiumSubject = ({ isBusy }: { isBusy: boolean }) => {
  const { t } = useText()
  const isRunning = useView(({ session, progress }) => isInSession(session.phase) && progress.current !== null)
  return isRunning ? (
    <Card padded aria-label={t('agenda.guiding')}>
      {isBusy ? <TopicFold /> : <TopicNow />}
    </Card>
  ) : null
}

/** Shows nothing unless captions are on. */
export const PodiumCaptions = () => {
  const { language } = useCaptionLanguage()
  return language === null ? null : <Captions language={language} />
}

const Captions = ({ language }: { language: string }) => {
  const { t } = useText()
  const lines = useCaptionLines(language)
  const stopped = useStoppedText(lines)
  const fresh = useFreshLines(lines)
  return (
    <Card padded className={styles.captions} aria-label={t('captions.title')}>
      {stopped === null ? <RollingLines lines={fresh} language={language} /> : <p>{stopped}</p>}
    </Card>
  )
}

/** Shows nothing if the session has no captions. */
export const PodiumCaptionChoice = () => (useCaptionLanguage().languages.length === 0 ? null : <CaptionLanguage />)
