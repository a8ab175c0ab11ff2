/** The record for whoever organises: with the secret that their page keeps for the tab. */
import { useCallback, useState } from 'react'
import { takeOrganiser } from '../../session/organizer-api.ts'
import { useText } from '../../text/use-text.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import styles from './record-surface.module.css'
import { RecordView } from './record-surface.tsx'

export const OrganiserRecord = ({ session }: { session: string }) => {
  const { t } = useText()
  const [secret] = useState(takeOrganiser)
  const bearer = useCallback(async () => ({ ok: true as const, value: secret ?? '' }), [secret])
  if (secret !== null) return <RecordView session={session} bearer={bearer} from="home" />
  return (
    <main className={styles.doc}>
      <h1>{t('home.needsLink')}</h1>
      <p>{t('home.needsLinkHelp')}</p>
      <ButtonLink href="/home">{t('record.back.home')}</ButtonLink>
    </main>
  )
}
