/** The organizers, each with a link of their own and named by a function. A link is shown once, and renewed or ended on its own. */

import type { OrganizerLink, OrganizerSummary } from '@rostrum/shared/api/organizers'
import { useState } from 'react'
import { request } from '../../../session/http.ts'
import { useOrganizerRequest } from '../../../session/organizer-request.ts'
import { formatDate, formatMoment } from '../../../text/days.ts'
import { getOrganizerName } from '../../../text/organizer-name.ts'
import { Sentences } from '../../../text/sentences.tsx'
import { useText } from '../../../text/use-text.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { screenReader } from '../../../ui/screen-reader.ts'
import { Written } from '../../../ui/written.tsx'
import { RequestError } from '../../../widgets/request-error.tsx'
import styles from '../access.module.css'
import { AccessCard } from '../access-card.tsx'
import { AccessForm } from '../access-form.tsx'
import { ShownOnce } from '../shown-once.tsx'
import { EndOrganizerButton } from './end-organizer.tsx'
import { RenewOrganizerButton } from './renew-organizer.tsx'

/** `onOwnRenewed`: called with the new secret, which the page uses from then on. */
type OrganizersProps = { secret: string; onOwnRenewed: (secret: string) => void }

export const Organizers = (props: OrganizersProps) => {
  const { t } = useText()
  return (
    <AccessCard titleId="organizers-title" title={t('home.organizers')}>
      <OrganizerList {...props} />
    </AccessCard>
  )
}

const OrganizerList = ({ secret, onOwnRenewed }: OrganizersProps) => {
  const { t } = useText()
  const { result, reload } = useOrganizerRequest(secret, 'GET /api/organizers', {})
  const [made, show] = useState<OrganizerLink | null>(null)
  const onMade = (link: OrganizerLink, isOwn: boolean) => {
    show(link)
    screenReader.say(t('home.organizerMadeNow', { name: getOrganizerName(t, link) }), 'organizer')
    // The request with the new secret loads the list.
    if (isOwn) onOwnRenewed(new URL(link.url).hash.slice(1))
    else reload()
  }
  return (
    <>
      <p>{t('home.organizersHelp')}</p>
      <RequestError result={result} />
      {result?.ok ? (
        <ul className={classNames(styles.rows, styles.tall)}>
          {result.value.organizers.map((organizer) => (
            <OrganizerRow
              key={organizer.id}
              secret={secret}
              organizer={organizer}
              isOwn={organizer.id === result.value.own}
              onRenewed={onMade}
              onEnded={reload}
            />
          ))}
        </ul>
      ) : null}
      {made === null ? null : (
        <ShownOnce
          key={made.url}
          name={getOrganizerName(t, made)}
          value={made.url}
          help={t('home.organizerOnce')}
          copied={t('home.copied')}
          copyFailed={t('home.organizerByHand')}
          onDone={() => show(null)}
        />
      )}
      <AccessForm
        label={t('home.organizerName')}
        hint={t('home.organizerNameHelp')}
        submitLabel={t('home.organizerMake')}
        create={(name) => request('POST /api/organizers', { body: { name } }, secret)}
        onCreated={(link) => onMade(link, false)}
      />
    </>
  )
}

type OrganizerRowProps = {
  secret: string
  organizer: OrganizerSummary
  isOwn: boolean
  onRenewed: (link: OrganizerLink, isOwn: boolean) => void
  onEnded: () => void
}

const OrganizerRow = ({ secret, organizer, isOwn, onRenewed, onEnded }: OrganizerRowProps) => {
  const { t, language } = useText()
  const { name, madeAt, usedAt } = organizer
  return (
    <li>
      <p>
        <strong>
          {name === null ? t('home.organizerFirst') : <Written as="span">{name}</Written>} {isOwn ? t('home.organizerOwn') : null}
        </strong>
        <small>
          <Sentences>
            {madeAt === null ? t('home.organizerFirstNote') : t('home.organizerMade', { day: formatDate(language.id, madeAt) })}
            {usedAt === null ? t('home.organizerUnused') : t('home.organizerUsed', { when: formatMoment(language.id, usedAt) })}
          </Sentences>
        </small>
      </p>
      <div className={styles.acts}>
        <RenewOrganizerButton secret={secret} organizer={organizer} isOwn={isOwn} onRenewed={(link) => onRenewed(link, isOwn)} />
        {name === null ? null : <EndOrganizerButton secret={secret} organizer={organizer} isOwn={isOwn} onEnded={onEnded} />}
      </div>
    </li>
  )
}
