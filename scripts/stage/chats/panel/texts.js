const TEXTS = {
  en: {
    title: 'Chat with us',
    reply: 'We usually reply in a few minutes',
    open: 'Open chat',
    close: 'Close chat',
    list: 'Messages',
    day: 'Today',
    write: 'Type a message…',
    attach: 'Attach a file',
    send: 'Send',
    now: 'Just now',
    welcome: 'Hi there! 👋 How can we help?',
    question: 'Hello, can I still change the address of my order?',
    answer: 'Of course. Which order is it, and where should it go?',
  },
  de: {
    title: 'Chatten Sie mit uns',
    reply: 'Wir antworten meist in wenigen Minuten',
    open: 'Chat öffnen',
    close: 'Chat schließen',
    list: 'Nachrichten',
    day: 'Heute',
    write: 'Nachricht schreiben …',
    attach: 'Datei anhängen',
    send: 'Senden',
    now: 'Gerade eben',
    welcome: 'Hallo! 👋 Wie können wir helfen?',
    question: 'Guten Tag, kann ich die Adresse meiner Bestellung noch ändern?',
    answer: 'Natürlich. Um welche Bestellung geht es, und wohin soll sie?',
  },
  ar: {
    title: 'تحدث معنا',
    reply: 'نرد عادة خلال دقائق',
    open: 'فتح المحادثة',
    close: 'إغلاق المحادثة',
    list: 'الرسائل',
    day: 'اليوم',
    write: 'اكتب رسالة…',
    attach: 'إرفاق ملف',
    send: 'إرسال',
    now: 'الآن',
    welcome: 'مرحبا! 👋 كيف يمكننا المساعدة؟',
    question: 'هل يمكنني تغيير عنوان طلبي؟',
    answer: 'بالطبع. ما هو رقم الطلب؟',
  },
}

/** What the chat says, in its language or else in English. */
export const textsIn = (lang = 'en') => {
  const language = lang.toLowerCase().split(/[-_]/)[0]
  const isKnown = Object.hasOwn(TEXTS, language)
  return {
    ...TEXTS[isKnown ? language : 'en'],
    lang: isKnown ? lang : 'en',
    dir: language === 'ar' ? 'rtl' : 'ltr',
  }
}
