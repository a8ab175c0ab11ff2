import { AgendaNow } from '../../features/agenda/public/agenda-now.tsx'
import { getPositionIndex, type MyStatus } from '../../features/my-floor/my-status.ts'
import { SignalChoice } from '../../features/my-floor/turn/signal-choice.tsx'
import { useView } from '../../session/hooks.tsx'
import { getPlaceName } from '../../text/place-name.ts'
import { useAskedText } from '../../text/use-text.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Name } from '../../ui/written.tsx'
import { SessionText } from '../../widgets/session-text.tsx'
import styles from './room.module.css'

export const AgendaTab = ({ status }: { status: MyStatus }) => {
  const { t, ordinal } = useAskedText()
  const { title, series, place, captionsLink } = useView(({ session }) => session)
  const index = getPositionIndex(status)
  const myPosition = index === null ? null : ordinal(index + 1)
  return (
    <>
      <section>
        <SessionText as="h2" className={styles.title} of={title} />
        <p className="muted">
          {series === null ? null : (
            <>
              <Name>{series}</Name>
              {' · '}
            </>
          )}
          {t('time.zone', { place: getPlaceName(t, place) })}
        </p>
      </section>
      <AgendaNow place={myPosition} />
      {captionsLink === null ? null : (
        <ButtonLink block icon="captions" href={captionsLink} target="_blank" rel="noreferrer">
          {t('me.captions')}
        </ButtonLink>
      )}
      <SignalChoice />
    </>
  )
}
