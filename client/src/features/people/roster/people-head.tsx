/** The head of the People workplace: attendance, search, and adding people. */

import type { RosterCounts } from '@rostrum/shared/api/people'
import type { ByChannel } from '@rostrum/shared/contract/channels'
import type { KeyboardEvent, RefObject } from 'react'
import { formatCount } from '../../../text/counts.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { CardHead } from '../../../ui/card.tsx'
import { TextField } from '../../../ui/field.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { MenuButton } from '../../../ui/menu.tsx'
import styles from './people.module.css'

type PeopleHeadProps = {
  counts: RosterCounts | null
  find: string
  search: RefObject<HTMLInputElement | null>
  onFind: (written: string) => void
  /** Moves to the first row found. */
  onEnter: () => void
  onOpen: (what: 'add' | 'import' | 'invitations') => void
}

export const PeopleHead = ({ counts, find, search, onFind, onEnter, onOpen }: PeopleHeadProps) => {
  const { t } = useText()
  const enter = (event: KeyboardEvent) => {
    // Enter also ends text composition (IME), which is not meant for the search.
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    onEnter()
  }
  return (
    <CardHead id="people-title" title={t('people.title')} note={counts === null ? undefined : <PresentText counts={counts} />}>
      <div className="line">
        <div className={styles.find}>
          <Icon name="search" className={styles.lens} />
          <TextField
            ref={search}
            type="search"
            label={t('people.find')}
            hideLabel
            placeholder={t('people.findBy')}
            data-shortcut="find"
            autoComplete="off"
            enterKeyHint="next"
            maxLength={120}
            value={find}
            onChange={onFind}
            onKeyDown={enter}
          />
        </div>
        <Button onClick={() => onOpen('import')}>{t('people.import')}</Button>
        <Button icon="plus" onClick={() => onOpen('add')}>
          {t('people.add')}
        </Button>
        <MenuButton
          label={t('app.moreFor', { who: t('people.title') })}
          options={[{ id: 'invitations', label: t('home.invitations') }] as const}
          onAction={onOpen}
        />
      </div>
    </CardHead>
  )
}

/** Counts each person once. Somebody who was connected and no longer is counts as away. */
const PresentText = ({ counts: { present, away, absent } }: { counts: RosterCounts }) => {
  const { t, language } = useText()
  const count = (n: number): string => formatCount(language.id, n)
  const there = { ...({ room: count(present.room), remote: count(present.remote) } satisfies ByChannel<string>), absent }
  return away === 0 ? t('people.present', there) : t('people.presentAway', { ...there, away: count(away) })
}
