/** The column names of a list, so that the user can map the columns that the server did not recognize. */

const columnSeparators = [',', ';', '\t'] as const
/** No header is longer than this. */
const maxHeaderBytes = 64 * 1024

export const readHeader = async (file: Blob): Promise<readonly string[]> => {
  const text = (await file.slice(0, maxHeaderBytes).text()).replace(/^\uFEFF/, '')
  const tries = columnSeparators.map((separator) => readFirstRow(text, separator))
  const most = tries.reduce((best, cells) => (cells.length > best.length ? cells : best))
  return most.map((cell) => cell.trim()).filter((cell) => cell !== '')
}

const readFirstRow = (text: string, separator: string): readonly string[] => {
  const cells: string[] = []
  let [cell, quoted] = ['', false]
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at)
    if (letter === '"') {
      const doubled = quoted && text.charAt(at + 1) === '"'
      if (doubled) {
        cell += '"'
        at += 1
      } else quoted = !quoted
    } else if (!quoted && letter === separator) {
      cells.push(cell)
      cell = ''
    } else if (!quoted && (letter === '\n' || letter === '\r')) break
    else cell += letter
  }
  return [...cells, cell]
}
