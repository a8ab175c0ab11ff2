/** The buttons of a control surface. */
export const buttonNames = [
  ...['call-next', 'start-clock', 'absent', 'pause', 'resume', 'add-time', 'conclude', 'point-of-order', 'end'],
  ...['open-list', 'last-call', 'close-list', 'next-item', 'blank', 'show', 'undo'],
] as const
export type ButtonName = (typeof buttonNames)[number]
