/** The record for the organizer, with the secret that the organizer's page stores in the tab. */
import { useCallback, useState } from 'react'
import { takeOrganizerSecret } from '../../session/organizer-access.ts'
import { useText } from '../../text/use-text.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import styles from './record-surface.module.css'
import { RecordSurface } from './record-surface.tsx'

export const OrganizerRecord = ({ session }: { session: string }) => {
  const { t } = useText()
  const [secret] = useState(takeOrganizerSecret)
  const bearer = useCallback(async () => ({ ok: true as const, value: secret ?? '' }), [secret])
  if (secret !== null) return <RecordSurface session={session} bearer={bearer} origin="home" />
  return (
    <main className={styles.doc}>
      <h1>{t('home.needsLink')}</h1>
      <p>{t('home.needsLinkHelp')}</p>
      <ButtonLink href="/home">{t('record.back.home')}</ButtonLink>
    </main>
  )
}
