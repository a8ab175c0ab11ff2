/** The People workplace: looked for, corrected, added and let go, one person at a time or a whole list at once. */
import type { SessionId } from '@rostrum/shared/kernel/ids'
import { useState } from 'react'
import { useView } from '../../session/hooks.tsx'
import { isolateNumber } from '../../text/isolation.ts'
import { useText } from '../../text/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, CardHead } from '../../ui/card.tsx'
import { TextField } from '../../ui/field.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { AccessDialog } from './access-dialog.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { LinkDialog } from './link-dialog.tsx'
import { PeopleTable } from './people-table.tsx'
import { peopleRefusal } from './people-words.ts'
import styles from './people.module.css'
import { PersonDialog } from './person-dialog.tsx'
import type { RosterPage, RosterRow } from './roster.ts'
import { useRosterPage } from './use-roster-page.ts'

type Opened =
  | { readonly kind: 'add' | 'import' }
  | { readonly kind: 'edit' | 'revoke' | 'link'; readonly row: RosterRow }
  | { readonly kind: 'own'; readonly row: RosterRow; readonly link: string }

export const PeopleDesk = ({ session }: { session: SessionId }) => {
  const { t } = useText()
  const [find, write] = useState('')
  const [page, turn] = useState(1)
  const [opened, open] = useState<Opened | null>(null)
  const { roster, why, asking, again } = useRosterPage(session, find, page)
  const close = () => open(null)
  const changed = () => {
    close()
    again()
  }
  return (
    <Card className={styles.card} aria-labelledby="people-title">
      <CardHead id="people-title" title={t('people.title')} note={<Present />}>
        <div className={styles.tools}>
          <div className={styles.find}>
            <TextField
              type="search"
              label={t('people.find')}
              hideLabel
              placeholder={t('people.findBy')}
              data-shortcut="find"
              autoComplete="off"
              maxLength={120}
              value={find}
              onChange={(written) => {
                write(written)
                turn(1)
              }}
            />
          </div>
          <Button onClick={() => open({ kind: 'import' })}>{t('people.import')}</Button>
          <Button icon="plus" onClick={() => open({ kind: 'add' })}>
            {t('people.add')}
          </Button>
        </div>
      </CardHead>
      <p className={styles.said} role="status">
        {roster === null ? t('app.loading') : t(find.trim() === '' ? 'people.registered' : 'people.found', { n: roster.total })}
      </p>
      {why === null ? null : (
        <p className={styles.said}>
          <Refusal words={peopleRefusal(t, why)} />
        </p>
      )}
      {roster === null ? null : (
        <>
          <div className={styles.scroll}>
            {roster.people.length > 0 ? (
              <PeopleTable people={roster.people} asking={asking} onAct={(kind, row) => open({ kind, row })} />
            ) : null}
            {roster.total === 0 && find.trim() === '' ? <p className={styles.empty}>{t('people.nobody')}</p> : null}
          </div>
          <Pages roster={roster} onTurn={turn} />
        </>
      )}
      {opened === null ? null : (
        <Dialog session={session} opened={opened} onOpen={open} onClose={close} onChanged={changed} again={again} />
      )}
    </Card>
  )
}

/** Who is on the line now. */
const Present = () => {
  const { t } = useText()
  const { room, remote } = useView(({ presence }) => presence)
  return t('people.present', { room, remote })
}

/** A page that has emptied meanwhile is left for the last one there is. */
const Pages = ({ roster: { page, pages, total }, onTurn }: { roster: RosterPage; onTurn: (page: number) => void }) => {
  const { t } = useText()
  if (pages <= 1 && page <= 1) return null
  return (
    <p className={styles.pages}>
      <Button size="small" disabled={page <= 1} onClick={() => onTurn(Math.min(page - 1, pages))}>
        {t('people.before')}
      </Button>
      <span role="status">{t('people.page', { page: isolateNumber(`${page}/${pages}`), total })}</span>
      <Button size="small" disabled={page >= pages} onClick={() => onTurn(page + 1)}>
        {t('people.after')}
      </Button>
    </p>
  )
}

type DialogProps = {
  session: SessionId
  opened: Opened
  onOpen: (opened: Opened) => void
  onClose: () => void
  onChanged: () => void
  again: () => void
}

const Dialog = ({ session, opened, onOpen, onClose, onChanged, again }: DialogProps) => {
  switch (opened.kind) {
    case 'import':
      return <ImportDialog session={session} onClose={onClose} onImported={again} />
    case 'add':
      return (
        <PersonDialog
          session={session}
          row={null}
          onClose={onClose}
          onKept={(row) => {
            onChanged()
            if (row.url) onOpen({ kind: 'own', row, link: row.url })
          }}
        />
      )
    case 'edit':
      return <PersonDialog session={session} row={opened.row} onClose={onClose} onKept={onChanged} />
    case 'own':
      return <LinkDialog row={opened.row} link={opened.link} onClose={onClose} />
    case 'revoke':
    case 'link': {
      const { kind, row } = opened
      return (
        <AccessDialog
          session={session}
          act={kind}
          row={row}
          onClose={onClose}
          onDone={(link) => {
            onChanged()
            if (link !== null) onOpen({ kind: 'own', row, link })
          }}
        />
      )
    }
  }
}
