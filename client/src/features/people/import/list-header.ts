/** The columns of a list by their names, so that somebody can say which is which where the server has not found out. */

const separators = [',', ';', '\t'] as const
/** No header is longer. */
const looked = 64 * 1024

export const headerOf = async (file: Blob): Promise<readonly string[]> => {
  const text = (await file.slice(0, looked).text()).replace(/^\uFEFF/, '')
  const tries = separators.map((separator) => firstRow(text, separator))
  const most = tries.reduce((best, cells) => (cells.length > best.length ? cells : best))
  return most.map((cell) => cell.trim()).filter((cell) => cell !== '')
}

const firstRow = (text: string, separator: string): readonly string[] => {
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
