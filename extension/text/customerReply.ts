/** What agents send to customers: no vendor, no pod, no jargon. By the number of things named. */
export const customerReply = {
  down: { one: 'Sorry, {what} isn’t working right now.', other: 'Sorry, {what} aren’t working right now.' },
  failing: {
    one: 'Sorry, {what} isn’t working reliably right now.',
    other: 'Sorry, {what} aren’t working reliably right now.',
  },
  delayed: {
    one: 'Sorry, {what} is slower than usual right now.',
    other: 'Sorry, {what} are slower than usual right now.',
  },
  maintenance: {
    one: 'Because of planned maintenance, {what} may not work right now.',
    other: 'Because of planned maintenance, {what} may not work right now.',
  },
  /** What is affected otherwise, after the first. */
  alsoFailing: { one: '{what} isn’t working reliably.', other: '{what} aren’t working reliably.' },
  alsoDelayed: { one: '{what} is slower than usual.', other: '{what} are slower than usual.' },
  alsoMaintenance: {
    one: '{what} may not work because of planned maintenance.',
    other: '{what} may not work because of planned maintenance.',
  },
  possible: 'You may notice problems with {what} right now.',
  works: { one: '{what} still works.', other: '{what} still work.' },
  recovering: 'A fix is in place, and we’re keeping an eye on it.',
  more: 'We expect to know more by {time}.',
  working: 'It’s being worked on.',
  contact: 'You can also reach us here: {contact}',
  chatMessages: 'chat messages',
  names: {
    chat: 'our chat',
    attachments: 'sending files in our chat',
    email: 'email',
    sms: 'text messages',
    whatsapp: 'WhatsApp',
    facebook: 'Facebook messages',
    instagram: 'Instagram messages',
    twitter: 'Twitter messages',
    voice: 'phone calls',
    'knowledge-base': 'our help center',
    assistants: 'our automatic assistant',
    registration: 'signing up',
    csat: 'our surveys',
  },
  /** Which of them are several things. */
  several: ['sms', 'facebook', 'instagram', 'twitter', 'voice', 'csat'],
  slowAnswers: 'Sorry, our replies may take longer than usual right now.',
  alsoSlowAnswers: 'Our replies may take longer than usual.',
}
