/** The record of a session: what was said, who was heard, how the time went, and what was not reached. Looks at one making of it. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { useEffect } from 'react'
import { TagChip } from '../../features/notes/tag-chip.tsx'
import { Downloads } from '../../features/record/page/downloads.tsx'
import { refusalOf } from '../../features/record/page/load-error.ts'
import { type Bearer, useRecord } from '../../features/record/page/use-record.ts'
import { MatrixPart } from '../../features/record/sections/matrix-table.tsx'
import { UnreachedCard } from '../../features/record/sections/not-reached-table.tsx'
import { HeardPart } from '../../features/record/sections/participation-section.tsx'
import { QuestionsPart } from '../../features/record/sections/questions-section.tsx'
import { RecordHead } from '../../features/record/sections/record-head.tsx'
import { LogPart, StatementsPart } from '../../features/record/sections/statements-and-log.tsx'
import { TallyCard } from '../../features/record/sections/tally-card.tsx'
import { TimePart } from '../../features/record/sections/time-section.tsx'
import { TurnsPart } from '../../features/record/sections/turns-section.tsx'
import { saveFile } from '../../session/save-file.ts'
import { exactTime } from '../../text/times.ts'
import { useText } from '../../text/use-text.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { DoorError } from '../../ui/form-error.tsx'
import { announcements } from '../../ui/screen-reader.ts'
import { TopBar } from '../../ui/top-bar.tsx'
import { PageTools } from '../../widgets/page-tools.tsx'
import styles from './record-surface.module.css'

/** Where the page was come from. */
export type From = 'desk' | 'chair' | 'home'

export const RecordView = ({ session, bearer, from }: { session: string; bearer: Bearer; from: From }) => {
  const { t } = useText()
  const { made, making, why, again } = useRecord(session, bearer)
  const title = made?.record.session.title
  useEffect(() => {
    document.title = title === undefined ? t('record.title') : t('record.openOf', { title })
  }, [t, title])
  const remake = async () => {
    const zone = made?.record.session.timeZone ?? 'UTC'
    if (await again()) announcements.say(t('record.madeAnew', { time: exactTime(Date.now(), zone) }), 'record')
  }
  return (
    <div className={styles.page}>
      <div className={styles.bar}>
        <TopBar
          series={t('record.title')}
          aside={
            <ButtonLink look="quiet" size="small" className={styles.back} href={`/${from}`}>
              {t(`record.back.${from}`)}
            </ButtonLink>
          }
        >
          <PageTools />
        </TopBar>
      </div>
      <main className={styles.doc} aria-busy={making}>
        {made === null && why === null ? <p role="status">{t('record.loading')}</p> : null}
        {made === null && why !== null ? (
          <div className={styles.say}>
            <DoorError>{refusalOf(t, why)}</DoorError>
            <Button disabled={making} onClick={() => void again()}>
              {t('door.again')}
            </Button>
          </div>
        ) : null}
        {made === null ? null : (
          <>
            <RecordHead made={made} making={making} failed={why !== null} onAgain={() => void remake()}>
              <Downloads
                session={session}
                bearer={bearer}
                onSave={saveFile}
                refused={(reason) => <DoorError>{refusalOf(t, reason)}</DoorError>}
              />
            </RecordHead>
            <Parts record={made.record} from={from} />
          </>
        )}
      </main>
    </div>
  )
}

const Parts = ({ record, from }: { record: SessionRecord; from: From }) => (
  <>
    <MatrixPart record={record} tag={(tag) => <TagChip tag={tag} />} edit={from === 'desk' ? <EditWording /> : null} />
    <HeardPart record={record} />
    <TimePart record={record} />
    <div className={styles.two}>
      <UnreachedCard record={record} />
      <TallyCard record={record} />
    </div>
    <TurnsPart record={record} />
    <QuestionsPart record={record} />
    <StatementsPart record={record} />
    <LogPart record={record} />
  </>
)

/** The points are the notes of the desk, and written there. */
const EditWording = () => {
  const { t } = useText()
  return (
    <ButtonLink look="quiet" size="small" icon="edit" href="/desk?at=notes">
      {t('record.editWording')}
    </ButtonLink>
  )
}
