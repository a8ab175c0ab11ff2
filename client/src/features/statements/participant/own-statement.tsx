/** A participant's statement. Its card is loaded for people who may write one, to keep the first page of a phone small. */
import { useView } from '../../../session/hooks.tsx'
import { deferPart } from '../../../widgets/load-when-asked.tsx'

const StatementCard = deferPart(async () => (await import('./statement-card.tsx')).StatementCard)

type OwnStatementProps = {
  /** True inside a card of the surface. */
  plain?: boolean
}

/** Renders nothing for people who cannot file a statement and have not filed one. */
export const OwnStatement = ({ plain = false }: OwnStatementProps) => {
  const mine = useView(({ myStatement }) => myStatement)
  if (!mine || (!mine.open && mine.filed === null)) return null
  return <StatementCard mine={mine} plain={plain} />
}
