import { customerReply } from './customerReply.ts'
import { evidence } from './evidence.ts'
import { history } from './history.ts'
import { policy } from './policy.ts'
import type { Texts } from './texts.ts'
import { workingHours } from './workingHours.ts'

/** What the extension's own pages, notifications and manifest say. Placeholders stand in {braces}. */
export const extension = {
  manifest: {
    name: 'Podlight',
    description:
      'See at a glance when your Kustomer pod is in trouble, what still works and what to tell customers.',
  },

  levels: {
    unknown: 'Unknown',
    ok: 'No trouble reported',
    notice: 'Notice',
    maintenance: 'Scheduled maintenance',
    degraded: 'Degraded',
    outage: 'Outage',
  },
  effects: {
    down: 'Not working',
    failing: 'Errors',
    delayed: 'Delays',
    maintenance: 'Scheduled maintenance',
    notice: 'Notice',
  },
  phases: {
    investigating: 'Investigating',
    identified: 'Identified',
    monitoring: 'Monitoring a fix',
    resolved: 'Resolved',
    postmortem: 'Postmortem',
    scheduled: 'Scheduled',
    in_progress: 'In progress',
    verifying: 'Verifying',
    completed: 'Completed',
  },

  /** A pod with trouble, none of it the agent's. */
  notYours: '{pod}: no reported problems with what you use. Other features are affected.',
  fine: 'Nothing you use is affected',

  toolbar: {
    choose: 'Podlight: choose your pod to begin.',
    muted: '{pod}: everything reported is muted by you.',
    example: 'Example: {text}',
    failed: 'Last check failed. {reason}',
    failedSince: 'Last check failed. {reason} This is from {time}.',
  },

  popup: {
    affected: 'What’s affected, and why',
    affectedLast: 'Affected at last check',
    possible: 'Possible',
    confirmed: 'confirmed',
    since: 'since {time}',
    works: 'Not reported as affected',
    worksNote: 'Nothing is reported about these, as of {ago}.',
    worksJustNow: 'Nothing is reported about these right now.',
    elsewhere: 'Also affected, but not something you use: {what}.',
    checked: 'Checked {ago}.',
    checkedNow: 'Checked just now.',
    lastAnswer: 'Last successful check {ago}.',
    lastAnswerNow: 'Last successful check less than a minute ago.',
    failed: 'Last check failed. {reason}',
    neverChecked: 'No answer yet.',
    muted: 'You muted this: no icon change and no notifications until it gets worse or spreads.',
    /** Where all is well by the page, which is often late. */
    late: 'Something broken for you? The status page is often late and may not report it yet.',
    source: 'From {host}.',
    check: 'Check now',
    checking: 'Checking…',
    tooSoon: 'Too many checks. Next check {in}.',
    checkFailed: 'Couldn’t read the status page. Retrying automatically.',
    page: 'Status page',
    history: 'History',
    options: 'Options',
    find: 'Find the pod of this site',
    tell: 'Tell me when it’s back',
    telling: 'You’ll be told when it’s back',
    others: 'Other pods',
    /** By the company's own table. */
    site: 'Your company says that this site runs on {pod}.',
    /** What is over, for a day. {what} {range} {length} */
    past: {
      down: {
        one: '{what} wasn’t working from {range} ({length}).',
        other: '{what} weren’t working from {range} ({length}).',
      },
      failing: {
        one: '{what} had errors from {range} ({length}).',
        other: '{what} had errors from {range} ({length}).',
      },
      delayed: {
        one: '{what} had delays from {range} ({length}).',
        other: '{what} had delays from {range} ({length}).',
      },
    },
    upcoming: 'Upcoming maintenance',
    lost: 'Podlight can’t save anything right now. The icon still works, but notifications are off and your choices may be lost.',
    newer: 'Some saved data is from a newer Podlight and is ignored.',
    noHistory: 'Podlight can’t keep a history in this browser.',
    silent: 'Podlight isn’t responding. This may be out of date.',
    example: 'Example',
    exampleNow: 'The icon is showing an invented example right now.',
    exampleNote: 'This is an invented report. It shows what trouble would look like.',
  },

  incident: {
    reports: 'What the status page says',
    open: 'Open this report',
    mute: 'Mute this report',
    unmute: 'Unmute',
    muted: 'Muted until it gets worse or spreads',
    showUpdates: { one: '{count} earlier update', other: '{count} earlier updates' },
    noText: 'No text.',
  },

  reply: {
    title: 'What to tell customers',
    short: 'Short',
    full: 'Full',
    team: 'For your team',
    length: 'Which reply',
    copy: 'Copy',
    copied: 'Copied',
    failed: 'Couldn’t copy. Select the text and copy it yourself.',
    chooseWork: 'Choose what you use, and the full reply names everything that still works.',
    nothing: 'Nothing to tell customers: they don’t notice this.',
  },

  /** To whoever looks after Podlight. */
  doubt: {
    button: 'This looks wrong',
    copied: 'Copied',
    send: 'Send it to whoever looks after Podlight in your company.',
    text: 'Podlight may be wrong here:',
  },

  customerReply,

  evidence,

  history,

  policy,

  notify: {
    degraded: 'Trouble on {pod}',
    possible: 'Possible issue on {pod}',
    worse: '{pod} is getting worse',
    perhapsWorse: '{pod} may be getting worse',
    back: '{pod} is back to normal',
    over: 'No more incidents on {pod}',
    several: 'News about {what}',
    example: 'Example: {text}',
  },

  setup: {
    title: 'Which pod is yours?',
    lead: 'Kustomer runs in regions, called pods. Podlight watches the one your team works on.',
    regions: { prod1: 'United States', prod2: 'European Union', prod4: 'India' },
    another: 'Another pod',
    choose: 'Choose',
    otherHint: 'For example prod3. Ask your Kustomer administrator.',
    otherWrong: 'A pod’s name is “prod” and a number, such as prod3.',
    open: 'Choose your pod',
    unset: 'Podlight doesn’t know your pod yet.',
    unsure: 'Not sure?',
    findHow:
      'Open your company’s website where customers chat with you, click the Podlight icon there, and choose “Find the pod of this site”. Podlight reads the pod from the chat’s public settings, only when you click.',
  },

  find: {
    reads: 'Reads the pod and your company’s name from the Kustomer chat on this page. Nothing is sent.',
    found: 'This site’s chat runs on {pod}.',
    foundFor: 'The chat of {what} runs on {pod}.',
    watch: 'Watch {pod}',
    watching: 'You’re already watching {pod}.',
    noChat: 'There’s no Kustomer chat on this page. Open a page where your customers can chat with you.',
    noPod: 'This site’s chat doesn’t say which pod it runs on. Ask your Kustomer administrator.',
    notAllowed: 'Podlight can’t read this page. Try your company’s website.',
  },

  welcome: {
    title: 'Welcome to Podlight',
    lead: 'See when your pod is in trouble, what still works and what to tell customers, before the tickets pile up.',
    done: 'You’re all set. Podlight is watching {pod}.',
    workLead:
      'Until you choose, Podlight tells you about everything. After that it leaves out what you don’t use, and replies say what still works.',
    workOpen: 'Choose what you use',
    pinTitle: 'Keep it in sight',
    pin: 'Click the puzzle piece in your browser’s toolbar, then the pin beside Podlight.',
    pinFirefox:
      'Click the puzzle piece in the toolbar, then the gear beside Podlight, and choose “Pin to Toolbar”.',
    pinned: 'The icon is on your toolbar.',
    exampleTitle: 'See what trouble looks like',
    exampleLead: 'Shows an invented report for half a minute: on the icon, as a notification, and below.',
    example: 'Show me an example',
    exampleShown: 'Look at the icon. It changes back by itself.',
    privacy:
      'Podlight reads the public status page. It looks at a website only when you click “Find the pod of this site”, and sends nothing about you.',
    options: 'More options',
  },

  options: {
    title: 'Podlight options',
    pods: 'Pods to watch',
    podsHint: 'The icon and the popup show the one in most trouble first.',
    addPod: 'Add',
    work: 'What you use',
    workHint: 'Clear what you don’t use: the icon and notifications leave it out.',
    all: 'All',
    none: 'None',
    nothing: 'Nothing selected. You’ll only hear about platform-wide problems.',
    channels: 'Channels',
    tools: 'Agent tools',
    data: 'Data and integrations',
    notifications: 'Notifications',
    notify: 'Notify me when a pod is in trouble, gets worse or is back',
    quiet: 'Quiet hours',
    from: 'from',
    to: 'to',
    quietHint:
      'Alerts are held during quiet hours and sent afterwards if still relevant. “Tell me when it’s back” is sent at any hour.',
    feed: 'Where status comes from',
    feedVendor: 'Kustomer’s status page',
    feedOther: 'Another address',
    feedLabel: 'Address',
    feedHint:
      'A copy of the status page, or your company’s relay. For a relay, https:// and its host are enough.',
    feedUse: 'Use this address',
    feedWrong: 'The address must begin with https:// (http:// only for this computer).',
    feedTrying: 'Checking the address…',
    feedFails: 'That address has no status data: {text}',
    feedUnreadable: '{host} answers, but doesn’t allow Podlight to read this address.',
    feedNoAnswer: 'No answer from {host}. Check the address and your connection.',
    feedUnreached: 'Podlight can’t reach it right now and keeps trying.',
    feedAskOperator: 'If the address is right, ask whoever runs {host} to send this header with it:',
    feedKept: 'Nothing was changed.',
    feedHeld: '{host} asked Podlight to wait. Nothing was changed.',
    feedSoon: 'Saved. Checking {in}.',
    feedUsed: 'Status comes from {host}.',
    feedLive: 'Connected: changes arrive within seconds.',
    feedAsking: 'Checking every minute.',
    feedVerdict:
      'This relay sends finished results, so what you use and mute doesn’t apply. To have it applied, enter {host} as the address.',
    backup: 'Settings as a file',
    export: 'Export',
    import: 'Import',
    imported: 'Settings imported.',
    importWrong: 'That file has no Podlight settings. Nothing was changed.',
    importNewer: 'That file was made by a newer Podlight. Nothing was changed.',
    reset: 'Reset',
    resetAsk: 'Delete all settings, mutes and history?',
    resetYes: 'Delete everything',
    resetNo: 'Cancel',
    resetDone: 'Everything was deleted.',
    resetFailed: 'Not everything could be deleted. Try again.',
    saved: 'Saved.',
    notSaved: 'This couldn’t be saved and may be lost.',
    noAnswer: 'Podlight isn’t responding. Nothing was changed.',
    dropped: {
      one: '{count} saved item couldn’t be read and was dropped.',
      other: '{count} saved items couldn’t be read and were dropped.',
    },
    about: 'About',
    aboutText:
      'Podlight isn’t affiliated with Kustomer. It knows what the status page says, and that page is often late.',
    welcome: 'Open the welcome page',
  },

  workingHours,

  /** The invented trouble of the example. */
  invented: {
    title: '[PROD] Chat messages are not delivered',
    first:
      'We are investigating why chat messages are not delivered. The next update follows within 30 minutes.',
  },
}

export type ExtensionWords = Texts<typeof extension>
