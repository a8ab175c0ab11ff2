/** The record of a session, as the blocks of the report. It shows the record as of one request. */
import { useEffect } from 'react'
import { Blocks } from '../../features/record/blocks/blocks.tsx'
import { Downloads } from '../../features/record/page/downloads.tsx'
import { MadeAt } from '../../features/record/page/made-at.tsx'
import { ownRecordSentences } from '../../features/record/page/record-failure.ts'
import { type GetBearer, useRecordPage } from '../../features/record/page/use-record-page.ts'
import { SentencesFold } from '../../features/record/sentences/sentences-fold.tsx'
import { WordsSection } from '../../features/record/words-section.tsx'
import { saveFile } from '../../session/save-file.ts'
import { getFailureText } from '../../text/failure-text.ts'
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
  const { made, making, reason, reload: again } = useRecordPage(session, bearer)
  const title = made?.page.title
  useEffect(() => {
    document.title = title === undefined ? t('record.title') : t('record.openOf', { title })
  }, [t, title])
  const rebuild = async () => {
    const zone = made?.page.timeZone ?? 'UTC'
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
            <FormError>{getFailureText(t, reason, ownRecordSentences)}</FormError>
            <Button disabled={making} onClick={() => void again()}>
              {t('entry.again')}
            </Button>
          </div>
        ) : null}
        {made === null ? null : (
          <>
            <Blocks blocks={made.page.head} />
            <div className={styles.tools}>
              <Downloads
                session={session}
                getBearer={bearer}
                onSave={saveFile}
                renderRefusal={(reason) => <FormError>{getFailureText(t, reason, ownRecordSentences)}</FormError>}
              />
              <MadeAt made={made} making={making} failed={reason !== null} onReload={() => void rebuild()}>
                {origin === 'secretariat' ? <EditWording /> : null}
              </MadeAt>
              {origin === 'home' ? null : (
                <SentencesFold points={made.page.points} place={{ session, getBearer: bearer, language: made.page.language }} />
              )}
            </div>
            <Blocks blocks={made.page.blocks}>
              <WordsSection words={made.page.words} />
            </Blocks>
          </>
        )}
      </main>
    </div>
  )
}

/** The points in the record are the secretariat's notes, so they are edited there. */
const EditWording = () => {
  const { t } = useText()
  return (
    <ButtonLink look="quiet" size="small" icon="edit" href="/secretariat?at=notes">
      {t('record.editWording')}
    </ButtonLink>
  )
}
