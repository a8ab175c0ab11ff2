/** The column next to a captioner's lines: what readers see, and the next speakers with their languages. */
import type { TrackPage } from '@rostrum/shared/api/captions'
import { formatEntity } from '../../../text/labels.ts'
import { formatLanguageName } from '../../../text/language-name.ts'
import { useText } from '../../../text/use-text.tsx'
import { Card, CardHead } from '../../../ui/card.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { Name, Written } from '../../../ui/written.tsx'
import { ChannelLabel } from '../../../widgets/channel-label.tsx'
import styles from './captioner.module.css'

export const CaptionerSide = ({ page }: { page: TrackPage }) => {
  const { t, language } = useText()
  return (
    <aside className={styles.side} aria-label={t('captioner.see')}>
      <Card padded>
        <h2 className={styles.title}>{t('captioner.see')}</h2>
        <div className={styles.seen}>
          {page.lines.slice(-2).map(({ id, text }) => (
            <Written key={id} lang={page.language}>
              {text}
            </Written>
          ))}
        </div>
        <p className="muted">{t('captioner.seeNote')}</p>
      </Card>
      <Card aria-labelledby="captioner-next">
        <CardHead id="captioner-next" title={t('floor.next')} />
        <ol className={styles.next}>
          {page.next.map(({ id, who, toConfirm, channel, language: spoken }, index) => (
            <li key={id}>
              <span className="num">{index + 1}</span>
              <p>
                <strong>
                  <Name>{formatEntity(t, { entity: who, toConfirm })}</Name>
                </strong>
                <small>
                  <ChannelLabel from={channel} />
                </small>
              </p>
              {spoken === null ? null : <Chip>{formatLanguageName(language.id, spoken)}</Chip>}
            </li>
          ))}
        </ol>
      </Card>
    </aside>
  )
}
