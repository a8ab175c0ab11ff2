import { AgendaNow } from '../../features/agenda/public/agenda-now.tsx'
import { getPositionIndex, type MyStatus } from '../../features/my-floor/my-status.ts'
import { useView } from '../../session/hooks.tsx'
import { getPlaceName } from '../../text/place-name.ts'
import { useText } from '../../text/use-text.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import styles from './room.module.css'

export const AgendaTab = ({ status }: { status: MyStatus }) => {
  const { t, ordinal } = useText()
  const { title, series, place, captionsLink } = useView(({ session }) => session)
  const index = getPositionIndex(status)
  const myPosition = index === null ? null : ordinal(index + 1)
  return (
    <>
      <section>
        <h2 className={styles.title} dir="auto">
          {title}
        </h2>
        <p className="muted">
          {series === null ? null : (
            <>
              <bdi>{series}</bdi>.{' '}
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
    </>
  )
}
