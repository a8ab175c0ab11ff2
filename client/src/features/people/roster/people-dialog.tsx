/** The dialog that is open over the People workplace: an import, one person, or an action on one person. */

import type { RosterRow } from '@rostrum/shared/api/people'
import { ImportDialog } from '../import/import-dialog.tsx'
import { InvitationsDialog } from '../invitations/invitations-dialog.tsx'
import { AccessDialog } from './access-dialog.tsx'
import { LinkDialog } from './link-dialog.tsx'
import { PersonDialog, type RosterPagePorts } from './person-dialog.tsx'

export type OpenPeopleDialog =
  | { readonly kind: 'add' | 'import' | 'invitations' }
  | { readonly kind: 'edit' | 'revoke' | 'reinstate' | 'link'; readonly row: RosterRow }
  | { readonly kind: 'own'; readonly row: RosterRow; readonly link: string }

type PeopleDialogProps = {
  session: string
  ports: RosterPagePorts
  opened: OpenPeopleDialog
  onOpen: (opened: OpenPeopleDialog) => void
  onClose: () => void
  onChanged: () => void
  refresh: () => void
}

export const PeopleDialog = ({ session, ports, opened, onOpen, onClose, onChanged, refresh }: PeopleDialogProps) => {
  const { request } = ports
  switch (opened.kind) {
    case 'import':
      return <ImportDialog session={session} request={request} onClose={onClose} onImported={refresh} />
    case 'invitations':
      return <InvitationsDialog session={session} request={request} onClose={onClose} />
    case 'add':
      return (
        <PersonDialog
          session={session}
          ports={ports}
          row={null}
          onClose={onClose}
          onSaved={(row) => {
            onChanged()
            if (row.url) onOpen({ kind: 'own', row, link: row.url })
          }}
        />
      )
    case 'edit':
      return <PersonDialog session={session} ports={ports} row={opened.row} onClose={onClose} onSaved={onChanged} />
    case 'own':
      return <LinkDialog row={opened.row} link={opened.link} onClose={onClose} />
    case 'revoke':
    case 'reinstate':
    case 'link': {
      const { kind, row } = opened
      return (
        <AccessDialog
          session={session}
          request={request}
          action={kind}
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
