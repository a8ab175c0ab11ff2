/** The links to the meeting and to the captions, if the session has them, and the current topic. */
import { isInSession } from '@rostrum/shared/contract/enums'
import { AgendaNow } from '../../features/agenda/public/agenda-now.tsx'
import { TopicFold } from '../../features/agenda/public/topic-fold.tsx'
import { TopicNow } from '../../features/agenda/public/topic-now.tsx'
import { CaptionLanguage, CaptionReader } from '../../features/captions/reading/caption-reader.tsx'
import { useCaptionLanguage } from '../../features/captions/use-captions.ts'
import { SignalChoice } from '../../features/my-floor/turn/signal-choice.tsx'
import { NextSpeakers } from '../../features/queue/public/next-speakers.tsx'
import { useView } from '../../session/hooks.tsx'
import { useText } from '../../text/use-text.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import styles from './remote.module.css'

export const FollowMeeting = ({ isPrimary }: { isPrimary: boolean }) => {
  const { t } = useText()
  const { meetingLink, meetingWaits } = useView(({ me }) => me)
  const captionsLink = useView(({ session }) => session.captionsLink)
  const isRunning = useView(({ session, progress }) => isInSession(session.phase) && progress.current !== null)
  const { languages, language } = useCaptionLanguage()
  const hasCaptions = languages.length > 0
  const isClosed = useView(({ session }) => session.phase === 'closed')
  const reads = language !== null && isRunning
  const meeting =
    meetingLink === null ? (
      <p className="muted">{t(meetingWaits ? 'remote.meetingWaits' : 'remote.noMeeting')}</p>
    ) : (
      <ButtonLink
        look={isPrimary ? 'primary' : 'plain'}
        size={reads ? 'small' : undefined}
        icon="video"
        href={meetingLink}
        target="_blank"
        rel="noreferrer"
      >
        {t('remote.openMeeting')}
      </ButtonLink>
    )
  if (reads)
    return (
      <Card className={styles.follow} aria-label={t('remote.listen')}>
        <div className={styles.links}>
          <TopicFold />
        </div>
        <CaptionReader language={language} foot={meeting} />
      </Card>
    )
  return (
    <Card className={styles.follow} aria-label={t('remote.listen')}>
      <div className={styles.links} hidden={isClosed}>
        {meeting}
        {hasCaptions ? <CaptionLanguage /> : null}
        {captionsLink === null ? (
          hasCaptions ? null : (
            <p className="muted">{t('remote.noCaptions')}</p>
          )
        ) : (
          <ButtonLink icon="captions" href={captionsLink} target="_blank" rel="noreferrer">
            {t('me.captions')}
          </ButtonLink>
        )}
      </div>
      <div className={styles.topic}>
        {isRunning ? (
          <>
            <TopicNow />
            <NextSpeakers />
          </>
        ) : (
          <AgendaNow place={null} />
        )}
        <SignalChoice />
      </div>
    </Card>
  )
}
