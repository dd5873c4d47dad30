import type { CustomerWords } from './keys.ts'

export const customer: CustomerWords = {
  scenes: {
    'chat-delayed': {
      headline: 'ただいまチャットの動作が少し遅くなっています。',
      works: 'メッセージは引き続きお送りいただけます。お返事に時間がかかることがあります。',
    },
    'chat-failing': {
      headline: '現在、チャットのメッセージが一部届かない可能性があります。',
      works: 'メッセージは引き続きお送りいただけます。うまく送れないときは、もう一度お送りください。',
    },
    'chat-down': {
      headline: '申し訳ありません。現在、チャットをご利用いただけません。',
      works: 'しばらくしてから、もう一度お試しください。',
    },
    'attachments-delayed': {
      headline: '現在、ファイルの送信に時間がかかることがあります。',
      works: 'テキストは引き続きお送りいただけます。',
    },
    'attachments-failing': {
      headline: '現在、ファイルが届かない可能性があります。',
      works: 'テキストは引き続きお送りいただけます。',
    },
    maintenance: {
      headline: '現在、チャットの計画メンテナンスを行っています。',
      works: 'うまくいかないときは、しばらくしてから、もう一度お試しください。',
    },
    possible: {
      headline: 'このチャットで不具合が起きているかもしれません。',
      works: 'メッセージの送信はお試しいただけます。うまく送れないときは、もう一度お送りください。',
    },
    recovering: {
      headline: 'このチャットで不具合がありましたか？まもなく改善する見込みです。',
      works: 'まだうまくいかないときは、もう一度お試しください。',
    },
    back: {
      headline: 'チャットは通常どおりご利用いただけるようになりました。',
      works: 'お待ちいただき、ありがとうございました。',
    },
  },
  working: '対応を進めています。',
  since: '{time}から確認されています。',
  contact: 'こちらからもご連絡いただけます：{contact}',
  asOf: '最終確認は{time}です。',
  own: 'スタッフからのお知らせ',
  until: '{time}まで続く見込みです。',
  example: '表示例',
  region: 'チャットに関するお知らせ',
  close: 'このお知らせを閉じる',
  open: 'チャットに関するお知らせを表示',
}
