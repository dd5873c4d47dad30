/** What is said of a company's policy. */
export const policy = {
  /** Beside an option. */
  set: 'Set by your company',
  start: 'Your company set this to begin with. You can change it.',
  title: 'From your company',
  lead: 'Your company looks after Podlight in this browser.',
  contact: 'Replies tell customers another way to reach you: {contact}',
  replies: {
    one: 'One of the replies for customers is in your company’s own words.',
    other: '{count} of the replies for customers are in your company’s own words.',
  },
  situations: {
    down: 'Not working',
    failing: 'Errors',
    delayed: 'Delays',
    maintenance: 'Scheduled maintenance',
    possible: 'Possible issue',
    slow: 'Slow replies',
  },
  table: {
    one: 'Podlight knows the pod of one organization or website.',
    other: 'Podlight knows the pods of {count} organizations and websites.',
  },
  mistakes: {
    one: 'One entry in your company’s policy can’t be used and is ignored.',
    other: '{count} entries in your company’s policy can’t be used and are ignored.',
  },
  mistakesWhom: 'Whoever looks after Podlight in your company can correct them. Everything else works.',
  more: { one: 'and one more', other: 'and {count} more' },
  copy: 'Copy the list',
  copied: 'Copied',
  copyFailed: 'Couldn’t copy. Select the list and copy it yourself.',
  /** On the console. */
  console: 'Podlight, company policy, {what}: {reason}',
  tooLarge: 'Podlight, company policy: it is too large and is ignored.',
  kept: 'What your company set stays as it is.',
  /** Under a reply. */
  ownWords: 'In your company’s own words.',
  /** Where in a list something stands. */
  entry: '{what}, entry {count}',

  /** Why an entry can't be used: {text} is what it says, {what} is what there is. */
  wrong: {
    key: 'Podlight has no such setting.',
    keyMeant: 'Podlight has no such setting. Did you mean “{text}”?',
    boolean: 'This must be true or false.',
    text: 'This must be a text.',
    list: 'This must be a list of texts.',
    table: 'This must be a table of names and texts.',
    empty: 'This is empty.',
    long: 'This is longer than {text} characters.',
    many: 'Podlight reads no more than {text} entries.',
    twice: '“{text}” is named twice.',
    pod: '“{text}” isn’t a pod. A pod’s name is “prod” and a number, such as prod3.',
    capability: '“{text}” isn’t a feature that Podlight knows.',
    address: '“{text}” can’t be used. The address must begin with https://, without a name and password.',
    hours: '“{text}” isn’t a time of day such as 20:00-08:00, nor “none”.',
    working: '“{text}” can’t be read as working hours. Write days and times, such as Mon-Fri 09:00-17:00.',
    evidence: '“{text}” can’t be used here. Use one of: {what}.',
    host: '“{text}” isn’t the name of a website, such as shop.example.com.',
    situation: '“{text}” isn’t a situation. Use one of: {what}.',
    placeholder: '“{text}” isn’t a placeholder. Use one of: {what}.',
    brace: 'A brace stands alone here. Use one of these, between braces: {what}.',
    organisation: '“{text}” isn’t an organization, such as acme in acme.kustomerapp.com.',
    language: '“{text}” isn’t a language that Podlight knows, such as en or pt-BR.',
    alone: 'Only your own replies use this, and there are none.',
    option: '“{text}” isn’t an option that people may change. Use one of: {what}.',
    notSet: '“{text}” isn’t set by this policy, so people may change it anyway.',
  },
}
