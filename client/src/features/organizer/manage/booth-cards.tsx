/** The covered links of the booths, and the way to add a booth. */

import type { OfficerLink } from '@rostrum/shared/api/links'
import type { SessionSummary } from '@rostrum/shared/api/sessions'
import { formatLanguageName } from '../../../text/language-name.ts'
import { useText } from '../../../text/use-text.tsx'
import { AddBooth } from './add-booth.tsx'
import { EndOfficer } from './end-officer.tsx'
import { RenewButton } from './renew-button.tsx'
import { RoleCard } from './role-card.tsx'
import styles from './session-links.module.css'

type BoothCardsProps = { secret: string; session: SessionSummary; links: readonly OfficerLink[]; onChanged: () => void }

export const BoothCards = ({ secret, session, links, onChanged }: BoothCardsProps) => {
  const { t, language: page } = useText()
  const booths = links.flatMap((link) => (link.booth ? [{ ...link, booth: link.booth }] : []))
  return (
    <>
      {booths.map(({ person, booth, url }) => {
        const name = t('booth.into', { language: formatLanguageName(page.id, booth) })
        return (
          <RoleCard key={person} name={name} note={t('home.boothNote')} link={url} isMasked>
            <RenewButton secret={secret} session={session.id} person={person} name={name} onRenewed={onChanged} />
            <EndOfficer
              secret={secret}
              session={session.id}
              person={person}
              name={name}
              goes={t('home.boothEndGoes')}
              stays={t('home.boothEndStays')}
              onEnded={onChanged}
            />
          </RoleCard>
        )
      })}
      <article className={styles.role}>
        <h3>{t('home.booths')}</h3>
        <p className={styles.note}>{t('home.boothsNote')}</p>
        <div className={styles.acts}>
          <AddBooth secret={secret} session={session.id} taken={booths.map(({ booth }) => booth)} onAdded={onChanged} />
        </div>
      </article>
    </>
  )
}
