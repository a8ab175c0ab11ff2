/** The encodings of a text file that people can choose, by their names in the Encoding Standard of the web. */
export const encodings = [
  ...['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'windows-1250', 'windows-1251', 'windows-1253', 'windows-1254'],
  ...['windows-1255', 'windows-1256', 'koi8-r', 'gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr', 'macintosh'],
] as const
export type Encoding = (typeof encodings)[number]
