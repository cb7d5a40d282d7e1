/** The moments at which the tests are begun: two minutes before a day or an hour changes, all around the world. */

export interface Moment {
  /** yyyy-mm-dd and hh:mm on the clocks there. */
  day: string;
  time: string;
  /** As in the IANA time zone database. */
  zone: string;
  /** What is particular about it. */
  about: string;
}

const MIDNIGHT = '23:58';

/** In the order in which they are tried: the first six are as different as can be. */
export const MOMENTS: readonly Moment[] = [
  { day: '2027-02-28', time: MIDNIGHT, zone: 'Pacific/Kiritimati', about: 'last of a month, +14' },
  { day: '2026-10-25', time: '02:58', zone: 'Europe/Warsaw', about: 'summer time ends' },
  { day: '2028-02-29', time: MIDNIGHT, zone: 'Pacific/Pago_Pago', about: '29 February, -11' },
  { day: '2026-12-31', time: MIDNIGHT, zone: 'America/St_Johns', about: '31 December, -3:30' },
  { day: '2027-03-28', time: '01:58', zone: 'Europe/Warsaw', about: 'summer time begins' },
  { day: '2027-03-01', time: MIDNIGHT, zone: 'Asia/Kathmandu', about: '1st, +5:45' },
  { day: '2027-01-29', time: MIDNIGHT, zone: 'Pacific/Chatham', about: '29th, +13:45' },
  { day: '2027-11-07', time: '01:58', zone: 'America/New_York', about: 'summer time ends' },
  { day: '2028-02-28', time: MIDNIGHT, zone: 'America/Los_Angeles', about: 'before 29 February, -8' },
  {
    day: '2027-10-03',
    time: '01:58',
    zone: 'Australia/Lord_Howe',
    about: 'summer time begins, by half an hour',
  },
  { day: '2027-12-31', time: MIDNIGHT, zone: 'Pacific/Kiritimati', about: '31 December, +14' },
  { day: '2027-04-30', time: MIDNIGHT, zone: 'Asia/Kolkata', about: 'last of a month, +5:30' },
  { day: '2027-03-14', time: '01:58', zone: 'America/New_York', about: 'summer time begins' },
  { day: '2027-08-29', time: MIDNIGHT, zone: 'Pacific/Niue', about: '29th, -11' },
  { day: '2027-07-01', time: MIDNIGHT, zone: 'Etc/UTC', about: '1st' },
];

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * When that is: milliseconds since 1970. Of two moments that read the same on the clocks, the earlier one, which is
 * the one before the hour changes.
 * @throws RangeError where no clock there ever reads so, or there is no such zone
 */
export function instantOf({ day, time, zone }: Moment): number {
  const read = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  const wanted = `${day} ${time}`;
  const asIfUtc = Date.parse(`${day}T${time}Z`);
  for (let at = asIfUtc - DAY; at <= asIfUtc + DAY; at += 15 * MINUTE)
    if (read.format(at) === wanted) return at;
  throw new RangeError(`It is never ${wanted} in ${zone}.`);
}

export function nameOf({ day, time, zone }: Moment): string {
  return `${day} ${time} ${zone}`;
}
