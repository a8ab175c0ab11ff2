/** The metadata of an Office document. It contains nothing about the machine or the time of writing. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { ReportText } from '../text/report-text.ts'
import { escapeXml, xmlDeclaration } from './xml.ts'

export const makeCoreProperties = ({ session, log }: SessionRecord, { tag }: ReportText): string => {
  const time = `${(session.closedAt ?? log.at).slice(0, 19)}Z`
  return `${xmlDeclaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(session.title)}</dc:title><dc:creator>Rostrum</dc:creator><dc:language>${tag}</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${time}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${time}</dcterms:modified></cp:coreProperties>`
}
