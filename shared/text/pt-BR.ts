import type { CustomerWords } from './keys.ts'

export const customer: CustomerWords = {
  scenes: {
    'chat-delayed': {
      headline: 'Nosso chat está um pouco lento no momento.',
      works: 'Você ainda pode nos escrever. As respostas podem demorar mais.',
    },
    'chat-failing': {
      headline: 'Algumas mensagens do chat podem não chegar no momento.',
      works: 'Você ainda pode nos escrever. Se uma mensagem falhar, envie de novo, por favor.',
    },
    'chat-down': {
      headline: 'Desculpe, nosso chat não está funcionando no momento.',
      works: 'Tente de novo um pouco mais tarde, por favor.',
    },
    'attachments-delayed': {
      headline: 'No momento, o envio de arquivos pode demorar mais.',
      outside: 'No momento, o envio de arquivos no nosso chat pode demorar mais.',
      works: 'Você ainda pode enviar mensagens de texto.',
    },
    'attachments-failing': {
      headline: 'No momento, os arquivos podem não chegar.',
      outside: 'No momento, os arquivos enviados no nosso chat podem não chegar.',
      works: 'Você ainda pode enviar mensagens de texto.',
    },
    maintenance: {
      headline: 'Nosso chat está em manutenção programada.',
      works: 'Se algo não funcionar, tente de novo um pouco mais tarde, por favor.',
    },
    possible: {
      headline: 'Talvez você note algum problema no nosso chat.',
      works: 'Mesmo assim, você pode tentar nos escrever. Se uma mensagem falhar, envie de novo, por favor.',
    },
    recovering: {
      headline: 'Teve problemas com o nosso chat? Deve melhorar em breve.',
      works: 'Se algo ainda não funcionar, tente de novo, por favor.',
    },
    back: {
      headline: 'Nosso chat voltou ao normal.',
      works: 'Agradecemos sua paciência.',
    },
  },
  sending: 'Problemas para enviar?',
  missing: 'Se o nosso chat não aparecer, tente de novo um pouco mais tarde, por favor.',
  working: 'Já estão trabalhando nisso.',
  since: 'Conhecido desde {time}.',
  contact: 'Você também pode falar com a gente aqui: {contact}',
  asOf: 'Última verificação: {time}.',
  own: 'Um recado da nossa equipe',
  until: 'Isso deve durar até {time}.',
  example: 'Exemplo',
  region: 'Sobre o nosso chat',
  close: 'Fechar este aviso',
  open: 'Mostrar o aviso sobre o nosso chat',
}
