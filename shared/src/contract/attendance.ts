/** The attendance of a person: connected; not connected but checked in; neither, but connected before; never seen. */

export const attendanceStatuses = ['connected', 'checked-in', 'away', 'absent'] as const
