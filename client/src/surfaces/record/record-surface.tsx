/** The record of a session: what was said, participation, use of time, and what was not reached. It is the record as of one request. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { useEffect } from 'react'
import { TagChip } from '../../features/notes/tag-chip.tsx'
import { Downloads } from '../../features/record/page/downloads.tsx'
import { getLoadErrorText } from '../../features/record/page/load-error.ts'
import { type GetBearer, useRecord } from '../../features/record/page/use-record.ts'
import { MatrixTable } from '../../features/record/sections/matrix-table.tsx'
import { NotReachedTable } from '../../features/record/sections/not-reached-table.tsx'
import { ParticipationSection } from '../../features/record/sections/participation-section.tsx'
import { QuestionsSection } from '../../features/record/sections/questions-section.tsx'
import { RecordHead } from '../../features/record/sections/record-head.tsx'
import { LogSection, StatementsSection } from '../../features/record/sections/statements-and-log.tsx'
import { TallyCard } from '../../features/record/sections/tally-card.tsx'
import { TimeSection } from '../../features/record/sections/time-section.tsx'
import { TurnsSection } from '../../features/record/sections/turns-section.tsx'
import { WordsSection } from '../../features/record/sections/words-section.tsx'
import { saveFile } from '../../session/save-file.ts'
import { formatExactTime } from '../../text/times.ts'
import { useText } from '../../text/use-text.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { screenReader } from '../../ui/screen-reader.ts'
import { TopBar } from '../../ui/top-bar.tsx'
import { PageTools } from '../../widgets/page-tools.tsx'
import styles from './record-surface.module.css'

/** The page from which the user came. */
export type RecordOrigin = 'secretariat' | 'chair' | 'home'

export const RecordSurface = ({ session, bearer, origin }: { session: string; bearer: GetBearer; origin: RecordOrigin }) => {
  const { t } = useText()
  const { made, making, reason, reload: again } = useRecord(session, bearer)
  const title = made?.record.session.title
  useEffect(() => {
    document.title = title === undefined ? t('record.title') : t('record.openOf', { title })
  }, [t, title])
  const rebuild = async () => {
    const zone = made?.record.session.timeZone ?? 'UTC'
    if (await again()) screenReader.say(t('record.madeAnew', { time: formatExactTime(Date.now(), zone) }), 'record')
  }
  return (
    <div className={styles.page}>
      <div className={styles.bar}>
        <TopBar
          series={t('record.title')}
          aside={
            <ButtonLink look="quiet" size="small" className={styles.back} href={`/${origin}`}>
              {t(`record.back.${origin}`)}
            </ButtonLink>
          }
        >
          <PageTools />
        </TopBar>
      </div>
      <main className={styles.doc} aria-busy={making}>
        {made === null && reason === null ? <p role="status">{t('record.loading')}</p> : null}
        {made === null && reason !== null ? (
          <div className={styles.say}>
            <FormError>{getLoadErrorText(t, reason)}</FormError>
            <Button disabled={making} onClick={() => void again()}>
              {t('entry.again')}
            </Button>
          </div>
        ) : null}
        {made === null ? null : (
          <>
            <RecordHead made={made} making={making} failed={reason !== null} onReload={() => void rebuild()}>
              <Downloads
                session={session}
                getBearer={bearer}
                onSave={saveFile}
                renderRefusal={(reason) => <FormError>{getLoadErrorText(t, reason)}</FormError>}
              />
            </RecordHead>
            <RecordSections record={made.record} origin={origin} />
          </>
        )}
      </main>
    </div>
  )
}

const RecordSections = ({ record, origin }: { record: SessionRecord; origin: RecordOrigin }) => (
  <>
    <MatrixTable record={record} tag={(tag) => <TagChip tag={tag} />} edit={origin === 'secretariat' ? <EditWording /> : null} />
    <ParticipationSection record={record} />
    <TimeSection record={record} />
    <div className={styles.two}>
      <NotReachedTable record={record} />
      <TallyCard record={record} />
    </div>
    <TurnsSection record={record} />
    <WordsSection record={record} />
    <QuestionsSection record={record} />
    <StatementsSection record={record} />
    <LogSection record={record} />
  </>
)

/** The points in the record are the secretariat's notes, so they are edited there. */
const EditWording = () => {
  const { t } = useText()
  return (
    <ButtonLink look="quiet" size="small" icon="edit" href="/secretariat?at=notes">
      {t('record.editWording')}
    </ButtonLink>
  )
}
