/** The buttons of a control surface. */
export const buttonNames = [
  ...['call-next', 'start-clock', 'pause', 'resume', 'add-time', 'end', 'open-list', 'last-call', 'close-list', 'next-item'],
] as const
export type ButtonName = (typeof buttonNames)[number]
