/** The day that a calendar on the wall shows (yyyy-mm-dd), in the device's time zone. */
export function calendarDay(moment: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const year = String(moment.getFullYear()).padStart(4, '0');
  return `${year}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}
