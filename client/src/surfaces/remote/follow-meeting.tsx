/** The way into the meeting and to the captions, where the session has them; and what is being discussed. */
import { meets } from '@rostrum/shared/contract/enums'
import { AgendaNow } from '../../features/agenda/public/agenda-now.tsx'
import { TopicNow } from '../../features/agenda/public/topic-now.tsx'
import { Coming } from '../../features/queue/public/next-speakers.tsx'
import { useView } from '../../session/hooks.tsx'
import { useText } from '../../text/use-text.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import styles from './remote.module.css'

export const Follow = ({ filled }: { filled: boolean }) => {
  const { t } = useText()
  const meeting = useView(({ me }) => me.meetingLink)
  const captions = useView(({ session }) => session.captionsLink)
  const running = useView(({ session, progress }) => meets(session.phase) && progress.current !== null)
  const over = useView(({ session }) => session.phase === 'closed')
  return (
    <Card className={styles.follow} aria-label={t('remote.listen')}>
      <div className={styles.links} hidden={over}>
        {meeting === null ? (
          <p className="muted">{t('remote.noMeeting')}</p>
        ) : (
          <ButtonLink look={filled ? 'primary' : 'plain'} icon="video" href={meeting} target="_blank" rel="noreferrer">
            {t('remote.openMeeting')}
          </ButtonLink>
        )}
        {captions === null ? (
          <p className="muted">{t('remote.noCaptions')}</p>
        ) : (
          <ButtonLink icon="captions" href={captions} target="_blank" rel="noreferrer">
            {t('me.captions')}
          </ButtonLink>
        )}
      </div>
      <div className={styles.topic}>
        {running ? (
          <>
            <TopicNow />
            <Coming />
          </>
        ) : (
          <AgendaNow place={null} />
        )}
      </div>
    </Card>
  )
}
