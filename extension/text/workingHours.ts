/** When the team works. */
export const workingHours = {
  title: 'Working hours',
  days: 'Days',
  hint: 'The history shows how much of the affected time fell in these hours. Times are by this computer’s clock.',
  lastDay: 'At least one day has to stay selected.',

  /** {what} are days, and {time} is one of the three below: “Monday to Friday, 9:00 AM to 5:00 PM” */
  sentence: '{what}, {time}',
  everyDay: 'Every day',
  range: '{from} to {to}',
  overnight: '{from} to {to} the next day',
  allDay: 'all day',
}
