/** What an Office document says of itself: nothing of the machine or the moment that made it. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { Words } from '../text/report-text.ts'
import { declaration, escapedXml } from './xml.ts'

export const coreProperties = ({ session, log }: SessionRecord, { tag }: Words): string => {
  const time = `${(session.closedAt ?? log.at).slice(0, 19)}Z`
  return `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapedXml(session.title)}</dc:title><dc:creator>Rostrum</dc:creator><dc:language>${tag}</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${time}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${time}</dcterms:modified></cp:coreProperties>`
}
