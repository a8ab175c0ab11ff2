/** Every icon of the product, drawn with a stroke on a grid of 24 units. */
const paths = {
  agenda: 'M4.5 6.5h15M4.5 12h15M4.5 17.5h9',
  bubble: 'M4.5 5h15v11h-8L7 19.5V16H4.5z',
  captions: 'M5.5 5.5h13a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-13a2 2 0 0 1-2-2v-9a2 2 0 0 1 2-2zM7 11.5h4M13.5 11.5H17M7 15h6.5M16 15h1',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  clock: 'M4 12a8 8 0 1 0 16 0a8 8 0 1 0-16 0M12 7.5V12l3 2',
  copy: 'M10 8.5h8a1.5 1.5 0 0 1 1.5 1.5v8a1.5 1.5 0 0 1-1.5 1.5h-8a1.5 1.5 0 0 1-1.5-1.5v-8a1.5 1.5 0 0 1 1.5-1.5zM15.5 5H6a1.5 1.5 0 0 0-1.5 1.5V16',
  down: 'M6 9.5l6 6 6-6',
  edit: 'M5 19l.8-3.8L15.6 5.4a1.8 1.8 0 0 1 2.6 0l.4.4a1.8 1.8 0 0 1 0 2.6L8.8 18.2zM14 7l3 3',
  final: 'M7 4h10M7 20h10M8 4v3.5l4 4.5 4-4.5V4M8 20v-3.5l4-4.5 4 4.5V20',
  flag: 'M6 21V4M6 4.5h12l-2.5 4 2.5 4H6',
  globe:
    'M3.8 12a8.2 8.2 0 1 0 16.4 0a8.2 8.2 0 1 0-16.4 0M3.8 12h16.4M12 3.8c2.6 2.4 3.6 5 3.6 8.2s-1 5.8-3.6 8.2c-2.6-2.4-3.6-5-3.6-8.2s1-5.8 3.6-8.2z',
  hand: 'M8 12V6.5a1.4 1.4 0 0 1 2.8 0V11M10.8 11V4.9a1.4 1.4 0 0 1 2.8 0V11M13.6 11V6a1.4 1.4 0 0 1 2.8 0v6M16.4 12V8.6a1.4 1.4 0 0 1 2.8 0V15a6 6 0 0 1-6 6H12a6 6 0 0 1-4.7-2.3L4 14.6a1.5 1.5 0 0 1 2.2-2L8 14.2',
  headset: 'M4.5 14v-2a7.5 7.5 0 0 1 15 0v2M4.5 13.5h3v5.5h-1.5a1.5 1.5 0 0 1-1.5-1.5zM19.5 13.5h-3v5.5h1.5a1.5 1.5 0 0 0 1.5-1.5z',
  hourglass: 'M7 4h10M7 20h10M8 4v3.5l4 4.5 4-4.5V4M8 20v-3.5l4-4.5 4 4.5V20',
  large: 'M13.5 10.5 19 5M14.5 5H19v4.5M10.5 13.5 5 19M9.5 19H5v-4.5',
  mark: 'M4 8.5h16M6.5 8.5 8.5 14h7l2-5.5M12 14v6M8 20h8M12 8.5V4.5',
  mic: 'M12 3.5a3 3 0 0 1 3 3v4.5a3 3 0 0 1-3 3a3 3 0 0 1-3-3v-4.5a3 3 0 0 1 3-3zM5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3M9 21h6',
  moon: 'M19 14.5A7.8 7.8 0 0 1 9.5 5a7.8 7.8 0 1 0 9.5 9.5z',
  more: 'M5.5 12v.1M12 12v.1M18.5 12v.1',
  next: 'M4.5 12H19M13 6l6 6-6 6',
  nosignal: 'M4.5 11a11 11 0 0 1 4-2.4M13 8a11 11 0 0 1 6.5 3M8 14.6a6 6 0 0 1 3-1.4M12 18.3v.1M4.5 4.5l15 15',
  note: 'M5 4.5h14v10l-5 5H5zM14 19.5v-5h5M8.5 9h7M8.5 12.5h4',
  octagon: 'M8.5 3.5h7l5 5v7l-5 5h-7l-5-5v-7zM12 8v5M12 16.2v.1',
  offline: 'M12 4.5 21 19.5H3zM12 10v4.5M12 17v.1',
  paper: 'M7 3.5h7l4 4v13H7zM14 3.5v4h4M10 12h5M10 15.5h5',
  pause: 'M9 6v12M15 6v12',
  phone: 'M9 3h6a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2h-6a2 2 0 0 1-2-2v-14a2 2 0 0 1 2-2zM11 18h2',
  plus: 'M12 5.5v13M5.5 12h13',
  remote: 'M6.5 5.5h11a1.5 1.5 0 0 1 1.5 1.5v6.5a1.5 1.5 0 0 1-1.5 1.5h-11a1.5 1.5 0 0 1-1.5-1.5v-6.5a1.5 1.5 0 0 1 1.5-1.5zM3 18.5h18',
  ring: 'M5 12a7 7 0 1 0 14 0a7 7 0 1 0-14 0',
  room: 'M4 9.5 12 5l8 4.5zM6.5 10v6.5M10.2 10v6.5M13.8 10v6.5M17.5 10v6.5M4.5 19h15',
  screen: 'M5 5h14a1.5 1.5 0 0 1 1.5 1.5v8a1.5 1.5 0 0 1-1.5 1.5h-14a1.5 1.5 0 0 1-1.5-1.5v-8a1.5 1.5 0 0 1 1.5-1.5zM12 16v3.5M8 19.5h8',
  sun: 'M8.2 12a3.8 3.8 0 1 0 7.6 0a3.8 3.8 0 1 0-7.6 0M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6 7 7M17 17l1.4 1.4M18.4 5.6 17 7M7 17l-1.4 1.4',
  undo: 'M8.5 5 4.5 9l4 4M5 9h9a5 5 0 0 1 0 10h-3',
  up: 'M6 14.5l6-6 6 6',
  users:
    'M5.8 8.5a3.2 3.2 0 1 0 6.4 0a3.2 3.2 0 1 0-6.4 0M3 19c.4-3.6 2.8-5.6 6-5.6s5.6 2 6 5.6M15.5 5.6a3 3 0 0 1 0 5.8M17.3 14c2 .7 3.3 2.4 3.7 5',
  video: 'M5 6.5h9a1.5 1.5 0 0 1 1.5 1.5v8a1.5 1.5 0 0 1-1.5 1.5h-9a1.5 1.5 0 0 1-1.5-1.5v-8a1.5 1.5 0 0 1 1.5-1.5zM15.5 10.5l5-3v9l-5-3',
  wave: 'M4 10v4M8 7v10M12 9.5v5M16 5.5v13M20 10v4',
  x: 'M6.5 6.5l11 11M17.5 6.5l-11 11',
} as const

/** Icons that no page of a participant has. */
export const staffPaths = {
  chev: 'M9.5 6l6 6-6 6',
  download: 'M12 4v11M7 10.5l5 5 5-5M5 19.5h14',
  lock: 'M7 11h10a1.5 1.5 0 0 1 1.5 1.5v6a1.5 1.5 0 0 1-1.5 1.5h-10a1.5 1.5 0 0 1-1.5-1.5v-6a1.5 1.5 0 0 1 1.5-1.5zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  merge: 'M7 4v3.5c0 4.5 5 4.5 5 9V20M17 4v3.5c0 4.5-5 4.5-5 9M9 17.5l3 3 3-3',
  minus: 'M5.5 12h13',
  play: 'M8 5.5v13L18.5 12z',
  print: 'M7.5 8.5V4h9v4.5M7.5 16.5h-3v-8h15v8h-3M7.5 13.5h9V20h-9z',
  report: 'M6 3.5h12v17H6zM9 15.5v2M12 12.5v5M15 14v3.5M9 7h6',
  search: 'M4.5 10.5a6 6 0 1 0 12 0a6 6 0 1 0-12 0M15 15l5 5',
} as const

/** Compared in this file, so that the light build leaves out the icons of the staff. */
const isLightBuild = import.meta.env.MODE === 'light'
export const iconPaths: Readonly<Partial<Record<IconName, string>>> = isLightBuild ? paths : { ...paths, ...staffPaths }

/** Parts of an icon that are filled. */
export const iconFills: Partial<Record<IconName, string>> = { final: 'M8 20v-3.5l4-3.5 4 3.5V20z' }

/** Drawn with a heavier stroke, because they are dots. */
export const heavyIcons: ReadonlySet<IconName> = new Set<IconName>(['more'])

/** Mirrored if the page reads from right to left. */
export const mirroredIcons: ReadonlySet<IconName> = new Set<IconName>(['next', 'chev', 'undo'])

export type IconName = keyof typeof paths | keyof typeof staffPaths
