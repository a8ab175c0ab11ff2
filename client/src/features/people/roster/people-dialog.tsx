/** What is open over the People workplace: a list on its way in, one person, or what is done with one. */
import type { SessionId } from '@rostrum/shared/contract/ids'
import { ImportDialog } from '../import/import-dialog.tsx'
import type { RosterRow } from '../roster-types.ts'
import { AccessDialog } from './access-dialog.tsx'
import { LinkDialog } from './link-dialog.tsx'
import { PersonDialog } from './person-dialog.tsx'

export type Opened =
  | { readonly kind: 'add' | 'import' }
  | { readonly kind: 'edit' | 'revoke' | 'link'; readonly row: RosterRow }
  | { readonly kind: 'own'; readonly row: RosterRow; readonly link: string }

type DialogProps = {
  session: SessionId
  opened: Opened
  onOpen: (opened: Opened) => void
  onClose: () => void
  onChanged: () => void
  again: () => void
}

export const PeopleDialog = ({ session, opened, onOpen, onClose, onChanged, again }: DialogProps) => {
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
