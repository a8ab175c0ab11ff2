/** Lists of people as CSV, with English column names. */
export const csvHeader = 'id,organization,name,email,group,channel,language,consent'
export const makeCsv = (...rows: readonly string[]): string => [csvHeader, ...rows].join('\r\n')

let rowCount = 0
/** Makes a row that differs from every other row. */
export const makeCsvRow = (changed: Partial<Record<string, string>> = {}): string => {
  rowCount += 1
  const cells = {
    id: `r-${rowCount}`,
    entity: `Organization ${rowCount}`,
    name: `Name ${rowCount}`,
    email: `p${rowCount}@example.org`,
    group: 'civil-society',
    channel: 'room',
    language: 'en',
    nameInRecord: 'yes',
    ...changed,
  }
  return Object.values(cells).join(',')
}
